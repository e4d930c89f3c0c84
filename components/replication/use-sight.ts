import { useCallback, useEffect, useRef } from 'react';
import { arnInRegion } from '@/lib/domain/arn';
import type { MatrixRow } from '@/lib/domain/replication/cell';

/** Has the rows in sight read before the others; what it returns is told which they are. */
export function useSight(rows: readonly MatrixRow[], hurry: (arns: readonly string[]) => void) {
  const range = useRef({ from: 0, to: 0 });
  const latest = useRef(rows);
  latest.current = rows;
  const ask = useCallback(() => {
    const { from, to } = range.current;
    const wanted = latest.current
      .slice(Math.max(0, from - 1), to + 1)
      .flatMap(({ secret, cells, primary }) => [
        ...(primary === undefined ? [secret.key] : []),
        ...cells
          .filter(({ state, report }) => state === 'unread' && report)
          .map(({ region }) => arnInRegion(secret.key, region)),
      ]);
    if (wanted.length > 0) hurry(wanted);
  }, [hurry]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows may be in the same place
  useEffect(() => ask(), [rows, ask]);
  return useCallback(
    (from: number, to: number) => {
      range.current = { from, to };
      ask();
    },
    [ask],
  );
}
