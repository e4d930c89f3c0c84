import { useState } from 'react';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The lengths that have a button of their own, in milliseconds. */
export const LENGTHS: readonly (readonly [string, number])[] = [
  ['1 h', HOUR],
  ['24 h', DAY],
  ['7 d', 7 * DAY],
  ['30 d', 30 * DAY],
  ['90 d', 90 * DAY],
];

const LONGEST = 90 * DAY;
// Room to the right of now, so that what has just happened does not stick to the edge.
const AHEAD = 0.04;

/** The stretch of time that is shown, in epoch milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A stretch of this length that ends a little after now. */
export function untilNow(length: number, now: number): Span {
  return { from: now - length * (1 - AHEAD), to: now + length * AHEAD };
}

/** The stretch, held between ninety days ago and now. */
export function held(span: Span, now: number): Span {
  const length = Math.min(LONGEST, Math.max(HOUR, span.to - span.from));
  const latest = now + length * AHEAD;
  const earliest = now - LONGEST + length;
  const to = Math.min(latest, Math.max(earliest, span.to));
  return { from: to - length, to };
}

/** The shortest stretch until now that shows the last changes: an empty picture tells nothing. */
export function fitting(changes: readonly number[], now: number): number {
  const recent = [...changes].sort((a, b) => b - a)[Math.min(2, changes.length - 1)] ?? now - 30 * DAY;
  return LENGTHS.slice(1).find(([, length]) => recent > now - length * (1 - AHEAD))?.[1] ?? LONGEST;
}

/** Which stretch of time is shown, and the ways to change it. Without a choice it is the fitting one. */
export function useSpan(changes: readonly number[], now: number) {
  const [chosen, setChosen] = useState<Span>();
  const span = chosen ?? untilNow(fitting(changes, now), now);
  const length = span.to - span.from;
  const show = (next: Span) => setChosen(held(next, now));
  return {
    span,
    show,
    showLength: (wanted: number) => show(untilNow(wanted, now)),
    move: (by: number) => show({ from: span.from + by, to: span.to + by }),
    /** Longer or shorter by a factor, around a moment. */
    zoom: (factor: number, around = span.from + length / 2) => {
      const next = Math.min(LONGEST, Math.max(HOUR, length * factor));
      const share = (around - span.from) / length;
      show({ from: around - next * share, to: around + next * (1 - share) });
    },
    /** Moves just so far that a moment is seen. */
    reveal: (at: number) => {
      if (at < now - LONGEST || at > now) return;
      if (at < span.from) show({ from: at - length * 0.1, to: at + length * 0.9 });
      else if (at > span.to) show({ from: at - length * 0.9, to: at + length * 0.1 });
    },
  };
}
