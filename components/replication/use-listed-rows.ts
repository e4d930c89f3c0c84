import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { matchesWords } from '@/lib/domain/filter/words';
import type { MatrixRow } from '@/lib/domain/replication/cell';
import { needsAttention, worstFirst } from '@/lib/domain/replication/judge-row';

/** What rows are listed by. */
export interface MatrixFilter {
  readonly text: string;
  readonly state: string | null;
  readonly region: string | null;
  /** The rows are of this account alone. */
  readonly account: string | undefined;
}

/** A line of the matrix: a secret, or the head of those that need nobody. */
export type Line =
  | { readonly kind: 'secret'; readonly key: string; readonly row: MatrixRow }
  | { readonly kind: 'calm'; readonly key: 'calm'; readonly count: number };

/**
 * The rows that answer a filter, worst first. While `held` (somebody is in the table) rows change in place and keep their
 * order; `moved` says how many would stand elsewhere, and `settle` lets them.
 */
export function useListedRows(rows: readonly MatrixRow[], filter: MatrixFilter, held: boolean) {
  const text = useDeferredValue(filter.text);
  const { state, region, account } = filter;
  const matching = useMemo(
    () => rows.filter((row) => matchesWords(row.secret, plain(text)) && hasCell(row, state, region)),
    [rows, text, state, region],
  );
  const sorted = useMemo(() => [...matching].sort(worstFirst), [matching]);
  const listing = `${text} ${state} ${region} ${account}`;
  const order = useRef<{ listing: string; rank: ReadonlyMap<string, number> }>(undefined);
  const [settled, setSettled] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: settling forgets the order that was kept
  const shown = useMemo(() => {
    const kept = order.current;
    if (!held || !kept || kept.listing !== listing) return sorted;
    const rankOf = (row: MatrixRow) => kept.rank.get(row.secret.key) ?? Number.POSITIVE_INFINITY;
    // Rows that are new come last; a difference of two infinities is no number.
    const stays = [...sorted].sort((a, b) => rankOf(a) - rankOf(b) || 0);
    return stays.every((row, at) => row === sorted[at]) ? sorted : stays;
  }, [sorted, held, listing, settled]);
  useEffect(() => {
    order.current = { listing, rank: new Map(shown.map(({ secret }, at) => [secret.key, at])) };
  }, [shown, listing]);
  const moved = shown === sorted ? 0 : shown.filter((row, at) => row !== sorted[at]).length;
  const lines = useMemo(() => toLines(shown, shown === sorted), [shown, sorted]);
  const settle = () => {
    order.current = undefined;
    setSettled((count) => count + 1);
  };
  return { rows: shown, lines, moved, settle, listing };
}

// An account as people read it is looked for as the ARN spells it.
const plain = (text: string) => text.replace(/\b(\d{4})-(\d{4})-(\d{4})\b/g, '$1$2$3');

function toLines(rows: readonly MatrixRow[], inOrder: boolean): Line[] {
  const lines = rows.map((row): Line => ({ kind: 'secret', key: row.secret.key, row }));
  const calm = inOrder ? rows.findIndex(({ worst }) => !needsAttention(worst)) : -1;
  if (calm > 0) lines.splice(calm, 0, { kind: 'calm', key: 'calm', count: rows.length - calm });
  return lines;
}

function hasCell({ cells }: MatrixRow, state: string | null, region: string | null): boolean {
  if (!state && !region) return true;
  return cells.some(
    (cell) =>
      (!state || cell.state === state) && (!region || (cell.region === region && cell.state !== 'none')),
  );
}
