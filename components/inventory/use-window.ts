import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Ahead, type Drawn, drawnAt, type Range } from '@/components/inventory/window-range';

interface Sizes {
  readonly count: number;
  readonly rowHeight: number;
  readonly headHeight: number;
  /** Where the table was scrolled to, if it is returned to. */
  readonly offset: number | undefined;
  /** Exists even when it is out of sight: it holds the tab stop. */
  readonly kept: number;
  /** Other rows than before begin at the top. */
  readonly listing: string;
  /** How much is drawn beyond what is in sight; always the same object. */
  readonly ahead?: Ahead | undefined;
}

/** After so long without a change the rows beyond come too, in milliseconds. */
const STILL = 250;

interface Seen extends Drawn {
  readonly listing: string;
  /** Whether the listing has only now begun. */
  readonly fresh: boolean;
}

const begun = (to: number, listing: string): Seen => ({
  rows: { from: 0, to },
  whole: { from: 0, to },
  listing,
  fresh: true,
});

/**
 * Which rows of a table exist: those in sight, some beyond, and the one with the tab stop. All rows are of one
 * height, so that a hundred thousand cost what a hundred do.
 */
export function useWindow(scroller: RefObject<HTMLElement | null>, sizes: Sizes) {
  const { count, rowHeight, headHeight, kept, listing, ahead } = sizes;
  const [seen, setSeen] = useState(() => begun(30, listing));
  const sight = useRef<Range>({ from: 0, to: 30 });
  const scrolledTo = useRef(0);

  useLayoutEffect(() => {
    const node = scroller.current;
    if (!node) return;
    const look = () => {
      const top = node.scrollTop;
      scrolledTo.current = top;
      sight.current = {
        from: Math.floor(top / rowHeight),
        to: Math.ceil((top + node.clientHeight) / rowHeight),
      };
      setSeen((known) => changed(known, drawnAt(known, sight.current, ahead)));
    };
    // At once: a frame later the rows would be gone before the others are there.
    const scrolled = () => flushSync(look);
    const sized = new ResizeObserver(look);
    look();
    node.addEventListener('scroll', scrolled, { passive: true });
    sized.observe(node);
    return () => {
      node.removeEventListener('scroll', scrolled);
      sized.disconnect();
    };
  }, [scroller, rowHeight, ahead]);

  // Other rows are drawn anew, all of them: what is in sight, so that typing is answered soon.
  if (seen.listing !== listing) setSeen(begun(sight.current.to - sight.current.from, listing));

  // What is still wanted comes in the frames that follow.
  useEffect(() => {
    let frame = 0;
    const wait = setTimeout(
      () => {
        frame = requestAnimationFrame(() =>
          setSeen((known) => changed(known, drawnAt(known, sight.current, ahead))),
        );
      },
      seen.fresh ? STILL : 0,
    );
    return () => {
      clearTimeout(wait);
      cancelAnimationFrame(frame);
    };
  }, [seen, ahead]);

  const first = useRef(true);
  useLayoutEffect(() => {
    if (first.current && scroller.current && sizes.offset !== undefined)
      scroller.current.scrollTop = sizes.offset;
    first.current = false;
  });

  const from = Math.min(seen.rows.from, count);
  const to = Math.min(seen.rows.to, count);
  const rows = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
  const all =
    count === 0 || (kept >= from && kept < to) ? rows : kept < from ? [kept, ...rows] : [...rows, kept];
  return {
    rows: all.filter((at) => at < count),
    /** The first of them that follow each other; one that holds the tab stop may lie apart. */
    from,
    isApart: (at: number) => at < from || at >= to,
    /**
     * How far it is scrolled, noted when that changes: to ask while rows are exchanged would have the browser lay out
     * what is on its way.
     */
    scrolledTo,
    /** Whether a row is drawn with all its fields. */
    isWhole: (at: number) => at >= seen.whole.from && at < seen.whole.to,
    /** The first and last row that can be seen whole. */
    inSight: () => {
      const room = (scroller.current?.clientHeight ?? 0) - headHeight;
      const top = scrolledTo.current;
      return {
        first: Math.min(Math.ceil(top / rowHeight), count - 1),
        last: Math.min(Math.floor((top + room) / rowHeight) - 1, count - 1),
      };
    },
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

const changed = (known: Seen, next: Seen): Seen => (next === known ? known : { ...next, fresh: false });
