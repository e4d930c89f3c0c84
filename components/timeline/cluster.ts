import type { SecretEvent } from '@/lib/domain/timeline/secret-event';

/** Events that stand too close to be told apart. */
export interface Cluster {
  readonly events: readonly SecretEvent[];
  /** Pixels from the left edge. */
  readonly x: number;
}

/** Groups events, oldest first, that are less than `apart` pixels from the first of their group. */
export function cluster(
  events: readonly { readonly event: SecretEvent; readonly at: number }[],
  x: (at: number) => number,
  apart: number,
): Cluster[] {
  const clusters: { events: SecretEvent[]; first: number; last: number }[] = [];
  for (const { event, at } of events) {
    const place = x(at);
    const open = clusters.at(-1);
    if (open && place - open.first < apart) {
      open.events.push(event);
      open.last = place;
    } else clusters.push({ events: [event], first: place, last: place });
  }
  return clusters.map(({ events: some, first, last }) => ({ events: some, x: (first + last) / 2 }));
}
