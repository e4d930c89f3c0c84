import { Building2, ShieldAlert } from 'lucide-react';
import { cx } from '@/components/ui/cx';
import { useOperator } from '@/lib/client/operator';
import { accountNumber } from '@/lib/domain/account-number';
import { placeRole } from '@/lib/domain/place-role';

/** In which account and as whom a change is made, beside the button that makes it; red where the account is protected. */
export function ActingAs() {
  const { data: operator } = useOperator();
  if (!operator) return null;
  const Icon = operator.protected ? ShieldAlert : Building2;
  return (
    <p
      className={cx(
        'flex min-h-7 items-center gap-2 rounded-md border px-2 py-1 max-md:w-full',
        operator.protected ? 'border-fail-line bg-fail-soft text-fail' : 'border-line-strong bg-surface',
      )}
    >
      <Icon aria-hidden strokeWidth={1.75} className="size-3.5 shrink-0" />
      <span>
        {operator.protected && <b className="font-semibold">Protected account </b>}
        {operator.protected ? '' : 'In account '}
        <b className="whitespace-nowrap font-mono font-semibold">{accountNumber(operator.account)}</b> as{' '}
        <b className="wrap-anywhere font-mono font-semibold">{placeRole(operator.scope)}</b>
      </span>
    </p>
  );
}
