import { AccountFilter } from '@/components/frame/account-filter';
import type { PlaceReading } from '@/components/rotation-fleet/use-place-reading';
import { changeAddress } from '@/lib/client/address';
import { problemIn } from '@/lib/client/request';
import { accountProblem, isReading } from '@/lib/client/rotation-fleet/merge-readings';
import type { FleetGroup } from '@/lib/domain/rotation-fleet/group-fleet';
import { accountOfGroup } from '@/lib/domain/rotation-fleet/placed-group';

interface RotationAccountsProps {
  readonly scopes: readonly string[];
  readonly readings: readonly PlaceReading[];
  /** The account the page is narrowed to. */
  readonly account: string | undefined;
  readonly chosen: FleetGroup | undefined;
}

/** The accounts of the sign-in, with how many rotations fail in each; one of them narrows the page. */
export function RotationAccounts({ scopes, readings, account, chosen }: RotationAccountsProps) {
  return (
    <AccountFilter
      words="failing"
      accounts={scopes.map((scope) => {
        const reading = readings.find((one) => one.scope === scope);
        const begun = reading ?? { groups: [], blind: true };
        const open = begun.groups.filter(({ tab }) => tab === 'open');
        return {
          ...{ scope, account: scope.slice(0, 12) },
          count: open.reduce((sum, { secrets }) => sum + secrets.length, 0),
          whole: reading !== undefined && !isReading(reading, true) && !reading.blind,
          problem: reading && accountProblem(reading, problemIn),
        };
      })}
      chosen={account}
      onChoose={(next) =>
        changeAddress(
          {
            account: next ?? null,
            // A group that is still in sight stays open.
            ...(chosen && (next === undefined || next === accountOfGroup(chosen)) ? {} : { group: null }),
          },
          'replace',
        )
      }
    />
  );
}
