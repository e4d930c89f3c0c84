import { Building2, ShieldAlert } from 'lucide-react';
import { cx } from '@/components/ui/cx';
import { useOperator } from '@/lib/client/operator';
import type { PlaceInfo } from '@/lib/contract/operator';
import { accountNumber } from '@/lib/domain/account-number';
import { placeRole } from '@/lib/domain/place-role';

interface ActingAsProps {
  /** As whom, where it is not who the page works as; several where one button changes several accounts. */
  readonly scopes?: readonly string[] | undefined;
}

/** In which account and as whom a change is made, beside the button that makes it; red where the account is protected. */
export function ActingAs({ scopes }: ActingAsProps) {
  const { data: operator } = useOperator();
  if (!operator) return null;
  const places: readonly Omit<PlaceInfo, 'expires'>[] = scopes
    ? operator.places.filter(({ scope }) => scopes.includes(scope))
    : [operator];
  return places.map((place) => <Place key={place.scope} {...place} />);
}

function Place({ scope, account, accountName, protected: guarded }: Omit<PlaceInfo, 'expires'>) {
  const Icon = guarded ? ShieldAlert : Building2;
  return (
    <p
      className={cx(
        'flex min-h-7 items-center gap-2 rounded-md border px-2 py-1 max-md:w-full',
        guarded ? 'border-fail-line bg-fail-soft text-fail' : 'border-line-strong bg-surface',
      )}
    >
      <Icon aria-hidden strokeWidth={1.75} className="size-3.5 shrink-0" />
      <span>
        {guarded && <b className="font-semibold">Protected account </b>}
        {guarded ? '' : 'In account '}
        {accountName && <b className="wrap-anywhere font-semibold">{accountName} </b>}
        <b className="whitespace-nowrap font-mono font-semibold">{accountNumber(account)}</b> as{' '}
        <b className="wrap-anywhere font-mono font-semibold">{placeRole(scope)}</b>
      </span>
    </p>
  );
}
