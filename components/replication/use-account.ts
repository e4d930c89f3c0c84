import { useMemo } from 'react';
import { useAddressField } from '@/lib/client/address';
import type { InventoryState } from '@/lib/client/inventory-state';
import type { ClosedRegions } from '@/lib/client/replication/closed-regions';
import type { useMatrix } from '@/lib/client/replication/use-matrix';
import { unlistedOf } from '@/lib/client/unlisted';
import { accountNumber } from '@/lib/domain/account-number';
import { accountIn } from '@/lib/domain/account-region';

/** The account that the matrix is narrowed to by its address, by twelve digits, and what of the matrix that leaves. */
export function useAccount(matrix: ReturnType<typeof useMatrix>, everywhere: ClosedRegions) {
  const { rows, sides, inventory } = matrix;
  const [asked, setAsked] = useAddressField('account');
  // An account that is not among several filters nothing.
  const chosen = sides.length > 1 ? sides.find(({ account }) => account === asked)?.account : undefined;
  const narrowed = useMemo(
    () =>
      chosen === undefined
        ? { rows, sides, closed: everywhere }
        : {
            rows: rows.filter(({ secret }) => accountIn(secret.key) === chosen),
            sides: sides.filter(({ account }) => account === chosen),
            closed: closedIn(everywhere, accountNumber(chosen)),
          },
    [rows, sides, everywhere, chosen],
  );
  return {
    ...{ ...narrowed, chosen },
    /** What the listing has not brought of it. */
    unlisted: () => unlistedOf(chosen === undefined ? inventory.state : stateOf(inventory.state, chosen)),
    choose: (next: string | undefined) => setAsked(next ?? null, 'replace'),
  };
}

function closedIn(everywhere: ClosedRegions, account: string): ClosedRegions {
  const own = [...everywhere].map(
    ([region, all]) => [region, all.filter((one) => one.account === account)] as const,
  );
  return new Map(own.filter(([, all]) => all.length > 0));
}

const stateOf = (state: InventoryState, account: string): InventoryState => ({
  ...state,
  regions: state.regions.filter(({ region }) => region.startsWith(accountNumber(account))),
});
