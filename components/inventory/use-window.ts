import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

interface Sizes {
  readonly count: number;
  readonly rowHeight: number;
  readonly headHeight: number;
  /** Where the table was scrolled to, if it is returned to. */
  readonly offset: number | undefined;
  /** Exists even when it is out of sight: it holds the tab stop. */
  readonly kept: number;
}

/** So many rows beyond each edge, so that a fast scroll meets rows and not the ground. */
const BEYOND = 12;
/** The edge moves in steps, or each row scrolled past would draw the table. */
const STEP = 6;

/**
 * Which rows of a table exist: those in sight, some beyond, and the one with the tab stop. All rows are of one
 * height, so that a hundred thousand cost what a hundred do.
 */
export function useWindow(scroller: RefObject<HTMLElement | null>, sizes: Sizes) {
  const [seen, setSeen] = useState({ from: 0, to: 60 });
  const latest = useRef(sizes);
  latest.current = sizes;
  const { count, rowHeight, headHeight, kept } = sizes;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the offset is of the first time, a height changes what is in sight
  useLayoutEffect(() => {
    const node = scroller.current;
    if (!node) return;
    const look = () => {
      const height = latest.current.rowHeight;
      const from = step(node.scrollTop / height - BEYOND);
      const to = step((node.scrollTop + node.clientHeight) / height + BEYOND) + STEP;
      return (known: typeof seen) => (known.from === from && known.to === to ? known : { from, to });
    };
    // At once: a frame later the rows would be gone before the others are there.
    const scrolled = () => flushSync(() => setSeen(look()));
    const sized = new ResizeObserver(() => setSeen(look()));
    setSeen(look());
    node.addEventListener('scroll', scrolled, { passive: true });
    sized.observe(node);
    return () => {
      node.removeEventListener('scroll', scrolled);
      sized.disconnect();
    };
  }, [scroller, rowHeight]);

  const first = useRef(true);
  useLayoutEffect(() => {
    if (first.current && scroller.current && sizes.offset !== undefined)
      scroller.current.scrollTop = sizes.offset;
    first.current = false;
  });

  const { from, to } = seen;
  const rows = Array.from({ length: Math.max(0, Math.min(to, count) - from) }, (_, at) => from + at);
  const all =
    count === 0 || (kept >= from && kept < to) ? rows : kept < from ? [kept, ...rows] : [...rows, kept];
  return {
    rows: all.filter((at) => at < count),
    /** Brings a row into sight, by as little as is needed. */
    reveal: (at: number) => {
      const node = scroller.current;
      if (!node) return;
      const top = at * rowHeight;
      const most = top + rowHeight + headHeight - node.clientHeight;
      if (node.scrollTop > top) node.scrollTop = top;
      else if (node.scrollTop < most) node.scrollTop = most;
    },
  };
}

const step = (row: number) => Math.max(0, Math.floor(row / STEP) * STEP);
