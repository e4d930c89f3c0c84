import type { Interval, Timeline } from './timeline.ts';

/** How long a version has held AWSCURRENT, as far as is told. */
export interface Held {
  /** Milliseconds, all spans together. */
  readonly total: number;
  readonly times: number;
  /** Since when, if it holds it now; epoch milliseconds. */
  readonly since?: number;
  /** Whether all of it is proven. */
  readonly sure: boolean;
}

/** How long, and how often, each version held AWSCURRENT; a version that nothing is told of is missing. */
export function heldCurrent(timeline: Timeline | undefined): ReadonlyMap<string, Held> {
  const held = new Map<string, Held>();
  if (!timeline) return held;
  const { lanes, to } = timeline;
  for (const span of spansOf(lanes.find(({ label }) => label === 'AWSCURRENT')?.intervals ?? [])) {
    const before = held.get(span.id);
    held.set(span.id, {
      total: (before?.total ?? 0) + span.to - span.from,
      times: (before?.times ?? 0) + 1,
      sure: (before?.sure ?? true) && span.sure,
      ...(span.to === to ? { since: span.from } : {}),
    });
  }
  return held;
}

interface Span {
  readonly id: string;
  readonly from: number;
  to: number;
  sure: boolean;
}

/** Intervals of one version that touch are one span, however sure each of them is. */
function spansOf(intervals: readonly Interval[]): Span[] {
  const spans: Span[] = [];
  for (const { versionId, certainty, from, to } of intervals) {
    if (versionId === null || certainty === 'unknown') continue;
    const sure = certainty === 'known';
    const last = spans.at(-1);
    if (last && last.id === versionId && last.to === from) {
      last.to = to;
      last.sure &&= sure;
    } else spans.push({ id: versionId, from, to, sure });
  }
  return spans;
}
