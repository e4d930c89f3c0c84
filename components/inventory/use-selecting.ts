import { useRef } from 'react';
import type { Share } from '@/components/inventory/grid-head';
import type { RowIndex } from '@/components/inventory/row-index';
import type { FoldedSecret } from '@/lib/domain/fold';

/** Selecting rows one by one, as a range from the last one, or all of them. Rows out of the filter stay as they are. */
export function useSelecting(
  rows: readonly FoldedSecret[],
  index: RowIndex,
  selected: ReadonlySet<string>,
  onSelected: (next: ReadonlySet<string>) => void,
) {
  const last = useRef<string>(undefined);
  // The common case costs nothing, however many rows there are.
  const inSight =
    selected.size === 0 ? 0 : rows.reduce((count, { key }) => count + (selected.has(key) ? 1 : 0), 0);
  const share: Share = inSight === 0 ? 'none' : inSight === rows.length ? 'all' : 'some';
  return {
    share,
    select: (at: number, range: boolean) => {
      const key = rows[at]?.key;
      if (key === undefined) return;
      const from = range ? index.get(last.current ?? '') : undefined;
      last.current = key;
      const next = new Set(selected);
      if (from !== undefined) {
        for (const row of rows.slice(Math.min(from, at), Math.max(from, at) + 1)) next.add(row.key);
      } else if (!next.delete(key)) next.add(key);
      onSelected(next);
    },
    /** Nothing is selected any more, and no range begins where the last one did. */
    clear: () => {
      last.current = undefined;
      onSelected(new Set());
    },
    all: () => {
      const next = new Set(selected);
      for (const { key } of rows) {
        if (share === 'all') next.delete(key);
        else next.add(key);
      }
      onSelected(next);
    },
  };
}
