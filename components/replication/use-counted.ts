import { useEffect } from 'react';
import { noteOutOfSync } from '@/lib/client/out-of-sync';
import type { MatrixRow } from '@/lib/domain/replication/cell';
import { isOutOfSync } from '@/lib/domain/replication/judge-row';

interface Counted {
  readonly rows: readonly MatrixRow[];
  readonly reading: boolean;
  /** How many regions could not be read. */
  readonly closed: number;
}

/** Notes how many replicas of a scope are out of sync, once all are read. */
export function useCounted(scope: string, { rows, reading, closed }: Counted): void {
  useEffect(() => {
    if (reading) return;
    const count = rows.reduce(
      (sum, { cells }) => sum + cells.filter((cell) => isOutOfSync(cell.state)).length,
      0,
    );
    // Of a region that cannot be read nobody knows; none is a claim.
    noteOutOfSync(scope, count > 0 || closed === 0 ? count : undefined);
  }, [rows, reading, scope, closed]);
}
