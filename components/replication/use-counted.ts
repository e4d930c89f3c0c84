import { useEffect } from 'react';
import { noteFleetCount } from '@/lib/client/fleet-count';
import { noteOutOfSync } from '@/lib/client/out-of-sync';
import type { useMatrix } from '@/lib/client/replication/use-matrix';
import { outOfSync } from '@/lib/domain/replication/count-cells';

/** Notes how many replicas are out of sync, of all accounts together, once all are read. */
export function useCounted({ rows, sides, reading, listed }: ReturnType<typeof useMatrix>): void {
  useEffect(() => {
    if (reading) return;
    const count = [...outOfSync(rows).values()].reduce((sum, one) => sum + one, 0);
    // Of a region that cannot be read nobody knows; none is a claim.
    const known = count > 0 || sides.every(({ regions, closed }) => regions.length > 0 && closed.size === 0);
    for (const { scope } of sides) noteOutOfSync(scope, known ? count : undefined);
  }, [rows, reading, sides]);
  const several = sides.length > 1;
  useEffect(() => {
    if (several) noteFleetCount(listed);
  }, [several, listed]);
}
