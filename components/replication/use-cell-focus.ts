import { type FocusEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { RowIndex } from '@/components/inventory/row-index';
import type { Line } from '@/components/replication/use-listed-rows';

interface Place {
  readonly key: string | undefined;
  /** -1 is the name. */
  readonly column: number;
}

/**
 * One tab stop for all cells, kept by the secret's key, so that it stays on its secret while rows move; its row exists
 * even when it is scrolled out of sight.
 */
export function useCellFocus(
  scroller: RefObject<HTMLElement | null>,
  lines: readonly Line[],
  index: RowIndex,
  columns: number,
) {
  const [place, setPlace] = useState<Place>({ key: undefined, column: -1 });
  const found = place.key === undefined ? -1 : (index.get(place.key) ?? -1);
  const row = found >= 0 ? found : nearest(lines, 0, 1);
  const column = Math.min(place.column, columns - 1);
  const wanted = useRef(false);
  const cellAt = (at: number, col: number) =>
    scroller.current?.querySelector<HTMLElement>(`[data-at="${at}"] [data-cell="${col}"]`);
  useLayoutEffect(() => {
    if (!wanted.current) return;
    const cell = cellAt(row, column);
    if (!cell) return;
    wanted.current = false;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  // Another secret may be written into the row that had the focus: the ring belongs where the keys act.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other lines are what may have come under the focus
  useLayoutEffect(() => {
    const focused = document.activeElement?.closest<HTMLElement>('[data-at]');
    if (!focused || !scroller.current?.contains(focused) || Number(focused.dataset.at) === row) return;
    cellAt(row, column)?.focus({ preventScroll: true });
  }, [scroller, lines, row]);
  return {
    row,
    column,
    /** Moves tab stop and focus to a cell, or the nearest there is; says which row. */
    moveTo: (to: number, col = column) => {
      const at = nearest(lines, Math.max(0, Math.min(to, lines.length - 1)), to >= row ? 1 : -1);
      wanted.current = true;
      setPlace({ key: lines[at]?.key, column: Math.max(-1, Math.min(col, columns - 1)) });
      return at;
    },
    inside: () => document.activeElement?.closest('[data-cell]') != null,
    onFocus: ({ target }: FocusEvent) => {
      const cell = target.closest<HTMLElement>('[data-cell]');
      const at = cell?.closest<HTMLElement>('[data-at]')?.dataset.at;
      if (!cell || at === undefined) return;
      setPlace({ key: lines[Number(at)]?.key, column: Number(cell.dataset.cell) });
    },
  };
}

// The line between those that need somebody and the rest takes no focus.
function nearest(lines: readonly Line[], at: number, step: 1 | -1): number {
  if (lines[at]?.kind !== 'calm') return at;
  return lines[at + step] ? at + step : at - step;
}
