import { type FocusEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { RowIndex } from '@/components/inventory/row-index';
import type { FoldedSecret } from '@/lib/domain/fold';

/**
 * One tab stop for all rows. It is kept by the secret's key, so that it stays on its secret while rows arrive
 * before it, and its row exists even when it is scrolled out of sight.
 */
export function useRoving(
  scroller: RefObject<HTMLElement | null>,
  rows: readonly FoldedSecret[],
  index: RowIndex,
  initial: string | undefined,
) {
  const [activeKey, setActiveKey] = useState(initial);
  const active = (activeKey !== undefined && index.get(activeKey)) || 0;
  const wanted = useRef(false);
  const rowAt = (at: number) => scroller.current?.querySelector<HTMLElement>(`tr[data-at="${at}"]`);

  useLayoutEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    rowAt(active)?.focus({ preventScroll: true });
  });

  // Another secret may be written into the row that had the focus: the ring belongs where the keys act.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows are what may have come under the focus
  useLayoutEffect(() => {
    const focused = document.activeElement?.closest<HTMLElement>('tr[data-at]');
    if (!focused || !scroller.current?.contains(focused) || Number(focused.dataset.at) === active) return;
    scroller.current.querySelector<HTMLElement>(`tr[data-at="${active}"]`)?.focus({ preventScroll: true });
  }, [scroller, rows, active]);

  return {
    active,
    activeKey: rows[active]?.key,
    /** Moves tab stop and focus to a row, or to the nearest there is; says which. */
    moveTo: (to: number) => {
      const at = Math.max(0, Math.min(to, rows.length - 1));
      const row = rowAt(at);
      if (row) row.focus({ preventScroll: true });
      else wanted.current = true;
      setActiveKey(rows[at]?.key);
      return at;
    },
    /** Whether a row has the focus. */
    inside: () => document.activeElement?.closest('tr[data-at]') != null,
    onFocus: (event: FocusEvent) => {
      const at = event.target.closest<HTMLElement>('tr[data-at]')?.dataset.at;
      if (at !== undefined) setActiveKey(rows[Number(at)]?.key);
    },
  };
}
