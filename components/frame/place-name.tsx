import { cx } from '@/components/ui/cx';
import { accountNumber } from '@/lib/domain/account-number';
import { placeRole } from '@/lib/domain/place-role';

/** An account as people read it out, and the role or user it is read as. */
export function PlaceName({ scope, className }: { scope: string; className?: string }) {
  return (
    <span className={cx('wrap-anywhere font-mono text-2xs', className)}>
      <span className="whitespace-nowrap font-medium">{accountNumber(scope.slice(0, 12))}</span>{' '}
      {placeRole(scope)}
    </span>
  );
}
