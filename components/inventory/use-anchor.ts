import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { RowIndex } from '@/components/inventory/row-index';
import type { FoldedSecret } from '@/lib/domain/fold';

interface Anchored {
  readonly rows: readonly FoldedSecret[];
  readonly index: RowIndex;
  readonly listing: string;
  readonly rowHeight: number;
  readonly headHeight: number;
  readonly active: string | undefined;
}

/**
 * Keeps what the operator looks at where it is while rows arrive above it, or the table itself is moved by what is said
 * above it: the focused row, else the one under the pointer, else the first in sight once the table is scrolled. Another
 * filter or order begins at the top; other heights keep the first in sight.
 */
export function useAnchor(
  scroller: RefObject<HTMLElement | null>,
  offset: RefObject<number>,
  seen: Anchored,
): void {
  const before = useRef(seen);
  const pointed = useRef<number>(undefined);

  useEffect(() => {
    const node = scroller.current;
    if (!node) return;
    const over = ({ target, pointerType }: PointerEvent) => {
      const row = target instanceof Element ? target.closest<HTMLElement>('tr[data-at]') : null;
      pointed.current = row && pointerType === 'mouse' ? Number(row.dataset.at) : undefined;
    };
    const out = () => {
      pointed.current = undefined;
    };
    node.addEventListener('pointerover', over);
    node.addEventListener('pointerleave', out);
    return () => {
      node.removeEventListener('pointerover', over);
      node.removeEventListener('pointerleave', out);
    };
  }, [scroller]);

  // What is said above the table takes room from it: its rows stay where they are looked at.
  useLayoutEffect(() => {
    const node = scroller.current;
    if (!node) return;
    let top = node.getBoundingClientRect().top;
    const sized = new ResizeObserver(() => {
      const moved = node.getBoundingClientRect().top - top;
      top += moved;
      const looked =
        pointed.current !== undefined || node.contains(document.activeElement) || node.scrollTop > 0;
      if (moved !== 0 && looked) node.scrollTop += moved;
    });
    sized.observe(node);
    return () => sized.disconnect();
  }, [scroller]);

  useLayoutEffect(() => {
    const last = before.current;
    before.current = seen;
    const node = scroller.current;
    if (!node) return;
    if (last.rowHeight !== seen.rowHeight) node.scrollTop *= seen.rowHeight / last.rowHeight;
    if (last.rows === seen.rows) return;
    if (last.listing !== seen.listing) {
      // Only where it is not there already: even setting it to what it is has the browser lay out first.
      if (offset.current > 0) node.scrollTop = 0;
      return;
    }
    const anchor = anchorOf(node, last, pointed.current);
    const at = anchor && seen.index.get(anchor.key);
    if (at === undefined || at === anchor?.at) return;
    node.scrollTop += (at - anchor!.at) * seen.rowHeight;
    if (pointed.current !== undefined) pointed.current += at - anchor!.at;
  });
}

function anchorOf(
  node: HTMLElement,
  { rows, index, rowHeight, headHeight, active }: Anchored,
  pointed?: number,
) {
  const first = Math.floor(node.scrollTop / rowHeight);
  const last = Math.ceil((node.scrollTop + node.clientHeight - headHeight) / rowHeight);
  const focused = node.contains(document.activeElement) ? index.get(active ?? '') : undefined;
  const inSight = focused !== undefined && focused >= first && focused <= last ? focused : undefined;
  const at = inSight ?? pointed ?? (node.scrollTop > 0 ? first : undefined);
  const key = at === undefined ? undefined : rows[at]?.key;
  return at === undefined || key === undefined ? undefined : { at, key };
}
