import { useEffect, useRef, useState } from 'react';
import { useReader } from '@/lib/client/replication/readers';
import { arnInRegion } from '@/lib/domain/arn';
import type { MatrixRow } from '@/lib/domain/replication/cell';
import { isSeen } from '@/lib/domain/replication/judge-cell';

// Copying is over in seconds as a rule; what is behind may stay so.
const AGAIN = { 'in-progress': 2_000, behind: 10_000 } as const;
/** From then on an answer is late: what is shown meanwhile says of when it is. */
const LATE = 1_000;
const NONE: ReadonlySet<string> = new Set();

/**
 * Keeps an open panel true: both sides are read when it opens, and again while they may still change. Answers the regions
 * whose answer is late.
 */
export function useFreshReading(scope: string, row: MatrixRow, region: string): ReadonlySet<string> {
  const [reader] = useReader(scope);
  const { key, primaryRegion } = row.secret;
  const state = row.cells.find((one) => one.region === region)?.state;
  const open = [
    ...(reader.closed.has(primaryRegion) ? [] : [primaryRegion]),
    ...(region === primaryRegion || state === 'none' || reader.closed.has(region) ? [] : [region]),
  ].join(' ');
  // Both at once, so that one is not judged by an older other; but one that has not answered holds up none.
  const together = useRef(false);
  together.current = isSeen(row.primary);
  const [late, setLate] = useState(NONE);
  const [beat, setBeat] = useState(0);
  useEffect(() => {
    if (open === '') return;
    const regions = open.split(' ');
    const owed = new Set(regions);
    const parts = together.current ? [regions] : regions.map((one) => [one]);
    // A reading that fails leaves what was known; the region's own mark says so.
    const all = Promise.all(
      parts.map((some) =>
        reader
          .readNow(
            some.map((one) => arnInRegion(key, one)),
            (arn) => owed.delete(arn.split(':')[3] ?? ''),
          )
          .catch(() => undefined),
      ),
    );
    let timer = setTimeout(() => setLate(new Set(owed)), LATE);
    let left = false;
    const pause = state === 'in-progress' || state === 'behind' ? AGAIN[state] : undefined;
    void all.then(() => {
      if (left) return;
      clearTimeout(timer);
      setLate(NONE);
      if (pause !== undefined && beat <= 60) timer = setTimeout(() => setBeat(beat + 1), pause);
    });
    return () => {
      left = true;
      clearTimeout(timer);
      setLate(NONE);
    };
  }, [reader, key, open, state, beat]);
  return late;
}
