import { AccountFilter, type AccountTold } from '@/components/frame/account-filter';
import type { useAccount } from '@/components/replication/use-account';
import type { AccountSide } from '@/lib/client/replication/account-sides';
import type { useMatrix } from '@/lib/client/replication/use-matrix';
import type { Problem } from '@/lib/contract/problem';
import { accountNumber } from '@/lib/domain/account-number';
import { accountIn, accountRegion } from '@/lib/domain/account-region';
import { outOfSync } from '@/lib/domain/replication/count-cells';

interface MatrixAccountsProps {
  readonly matrix: ReturnType<typeof useMatrix>;
  readonly account: ReturnType<typeof useAccount>;
}

/** Narrows the matrix to one account, and says how many replicas are out of sync in each, or why it cannot be read. */
export function MatrixAccounts({ matrix, account: { chosen, choose } }: MatrixAccountsProps) {
  const { sides, rows, reading, inventory } = matrix;
  const accounts = sides.map((side): AccountTold => {
    const own = rows.filter(({ secret }) => accountIn(secret.key) === side.account);
    return {
      ...{ scope: side.scope, account: side.account, count: outOfSync(own) },
      // Of a region that cannot be read nobody knows; none is a claim.
      whole: !reading && side.closed.size === 0,
      problem: troubleOf(side, inventory.state.regions),
    };
  });
  return <AccountFilter {...{ accounts, chosen }} words="out of sync" onChoose={choose} />;
}

interface Told {
  readonly region: string;
  readonly state: string;
  readonly problem?: Problem;
}

// An account that could not be asked at all is told by its number, as a region of its own.
function troubleOf({ account, regions, closed }: AccountSide, told: readonly Told[]): Problem | undefined {
  const unasked = told.find(({ region }) => region === accountNumber(account))?.problem;
  if (unasked || regions.length === 0 || closed.size < regions.length) return unasked;
  return told.find(({ region, problem }) => problem && region.startsWith(accountRegion(account, '')))
    ?.problem;
}
