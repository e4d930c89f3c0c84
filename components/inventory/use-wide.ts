import { type RefObject, useLayoutEffect, useState } from 'react';

/** Whether a table is wider than what scrolls it: only then a column has to be kept in sight, which costs in each frame. */
export function useWide(
  scroller: RefObject<HTMLElement | null>,
  table: RefObject<HTMLElement | null>,
): boolean {
  const [wide, setWide] = useState(false);
  useLayoutEffect(() => {
    const [outer, inner] = [scroller.current, table.current];
    if (!outer || !inner) return;
    const sized = new ResizeObserver(() => setWide(inner.offsetWidth > outer.clientWidth));
    sized.observe(outer);
    sized.observe(inner);
    return () => sized.disconnect();
  }, [scroller, table]);
  return wide;
}
