import { useEffect, useRef, useState } from 'react';
import { useReader } from '@/lib/client/replication/readers';
import { arnInRegion } from '@/lib/domain/arn';
import type { MatrixRow } from '@/lib/domain/replication/cell';
import { isSeen } from '@/lib/domain/replication/judge-cell';

// Copying is over in seconds as a rule; what is behind may stay so.
const AGAIN = { 'in-progress': 2_000, behind: 10_000 } as const;

/** Keeps an open panel true: both sides are read when it opens, and again while they may still change. */
export function useFreshReading(scope: string, row: MatrixRow, region: string): void {
  const [reader] = useReader(scope);
  const { key, primaryRegion } = row.secret;
  const state = row.cells.find((one) => one.region === region)?.state;
  const open = [
    ...(reader.closed.has(primaryRegion) ? [] : [key]),
    ...(region === primaryRegion || state === 'none' || reader.closed.has(region)
      ? []
      : [arnInRegion(key, region)]),
  ].join(' ');
  // Both at once, so that one is not judged by an older other; but one that has not answered holds up none.
  const together = useRef(false);
  together.current = isSeen(row.primary);
  const [beat, setBeat] = useState(0);
  useEffect(() => {
    if (open === '') return;
    // A reading that fails leaves what was known; the region's own mark says so.
    const arns = open.split(' ');
    for (const some of together.current ? [arns] : arns.map((arn) => [arn]))
      void reader.readNow(some).catch(() => undefined);
    if (beat > 60) return;
    const pause = state === 'in-progress' || state === 'behind' ? AGAIN[state] : undefined;
    if (pause === undefined) return;
    const timer = setTimeout(() => setBeat(beat + 1), pause);
    return () => clearTimeout(timer);
  }, [reader, open, state, beat]);
}
