import type { Interval, Lane } from './timeline.ts';

/** The interval a moment lies in, in epoch milliseconds; the last one at the very end. */
export function intervalAt({ intervals }: Lane, at: number): Interval | undefined {
  let low = 0;
  let high = intervals.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (intervals[middle]!.from <= at) low = middle;
    else high = middle - 1;
  }
  const found = intervals[low];
  return found && found.from <= at && at <= found.to ? found : undefined;
}
