import { cx } from '@/components/ui/cx';
import { useAccountNames } from '@/lib/client/operator';
import { accountNumber } from '@/lib/domain/account-number';
import { placeRole } from '@/lib/domain/place-role';

/** An account as people read it out, by the name a team gives it and its number, and the role or user it is read as. */
export function PlaceName({ scope, className }: { scope: string; className?: string }) {
  const account = scope.slice(0, 12);
  const name = useAccountNames().get(account);
  return (
    <span className={cx('wrap-anywhere font-mono text-2xs', className)}>
      {name && <span className="font-medium font-sans">{name} </span>}
      <span className="whitespace-nowrap font-medium">{accountNumber(account)}</span> {placeRole(scope)}
    </span>
  );
}
