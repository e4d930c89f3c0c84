import { useEffect, useState } from 'react';
import type { Span } from '@/components/timeline/use-span';

/** How long a window must lie still until it is drawn anew, in milliseconds. */
const REST = 160;

/** What is drawn, and how many times as wide as the window that is. */
export interface Drawn {
  readonly span: Span;
  readonly widths: 1 | 3;
}

/**
 * The stretch that is drawn for a window. One that is being dragged moves over a picture three times its width, which
 * is drawn anew when the window leaves it; one at rest has a picture of its own.
 */
export function useDrawn(span: Span): Drawn {
  const [drawn, setDrawn] = useState<Drawn & { readonly window: Span }>({ span, widths: 1, window: span });
  let next = drawn;
  if (drawn.window.from !== span.from || drawn.window.to !== span.to) {
    next = { ...following(drawn, span), window: span };
    setDrawn(next);
  }
  const moving = next.widths > 1;
  useEffect(() => {
    if (!moving) return;
    const timer = setTimeout(() => setDrawn({ span, widths: 1, window: span }), REST);
    return () => clearTimeout(timer);
  }, [moving, span]);
  return next;
}

/** What to draw when a window has become another: a longer or shorter one is drawn anew, a moved one moves. */
export function following(drawn: Drawn & { readonly window: Span }, next: Span): Drawn {
  const length = next.to - next.from;
  const before = drawn.window.to - drawn.window.from;
  // Times are fractions of a millisecond here: the same length may differ by a hair.
  if (Math.abs(length - before) > 1) return { span: next, widths: 1 };
  const covered = next.from >= drawn.span.from - 1 && next.to <= drawn.span.to + 1;
  if (covered) return drawn;
  return { span: { from: next.from - length, to: next.to + length }, widths: 3 };
}
