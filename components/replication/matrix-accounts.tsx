import { useMemo } from 'react';
import { AccountFilter, type AccountTold } from '@/components/frame/account-filter';
import type { useAccount } from '@/components/replication/use-account';
import { sideTrouble } from '@/lib/client/replication/account-sides';
import type { useMatrix } from '@/lib/client/replication/use-matrix';
import { outOfSync } from '@/lib/domain/replication/count-cells';

interface MatrixAccountsProps {
  readonly matrix: ReturnType<typeof useMatrix>;
  readonly account: ReturnType<typeof useAccount>;
}

/** Narrows the matrix to one account, and says how many replicas are out of sync in each, or why it cannot be read. */
export function MatrixAccounts({ matrix, account: { chosen, choose } }: MatrixAccountsProps) {
  const { sides, rows, reading, inventory } = matrix;
  const counts = useMemo(() => outOfSync(rows), [rows]);
  const accounts = sides.map(
    (side): AccountTold => ({
      ...{ scope: side.scope, account: side.account, count: counts.get(side.account) ?? 0 },
      // Of a region that cannot be read nobody knows; none is a claim.
      whole: !reading && side.closed.size === 0,
      problem: sideTrouble(side, inventory.state),
    }),
  );
  return <AccountFilter {...{ accounts, chosen }} words="out of sync" onChoose={choose} />;
}
