import type { SecretVersion } from '../version.ts';
import type { Interval, Timeline } from './timeline.ts';

/** How long a version has held AWSCURRENT, as far as is told. */
export interface Held {
  /** Milliseconds, all spans together. */
  readonly total: number;
  readonly times: number;
  /** Since when, if it holds it now and its beginning is told; epoch milliseconds. */
  readonly since?: number;
  /**
   * `sure`: all since the version was made is proven. `least`: what is counted is proven, and there may be more that is
   * not told. `about`: some of it is inferred.
   */
  readonly how: 'sure' | 'least' | 'about';
}

/** How long, and how often, each version held AWSCURRENT; a version that nothing is told of is missing. */
export function heldCurrent(
  timeline: Timeline | undefined,
  versions: readonly SecretVersion[] = [],
): ReadonlyMap<string, Held> {
  const held = new Map<string, Held>();
  if (!timeline) return held;
  const { lanes, to } = timeline;
  const lane = lanes.find(({ label }) => label === 'AWSCURRENT')?.intervals ?? [];
  const open = lane.findLast(({ certainty }) => certainty !== 'known')?.to ?? Number.NEGATIVE_INFINITY;
  // A rotation announces a version before it has a value, and is dated by that: a label may have been on it already.
  const made = new Map(versions.map(({ id, created = '' }) => [id, Date.parse(created)]));
  for (const { versionId, certainty, from } of lanes.flatMap(({ intervals }) => intervals)) {
    const at = versionId === null || certainty === 'unknown' ? undefined : made.get(versionId);
    if (versionId !== null && at !== undefined && from < at) made.set(versionId, from);
  }
  for (const span of spansOf(lane)) {
    const before = held.get(span.id);
    // Where it is not known what was in force after the version was made, that may have been this one as well.
    const all = open === Number.NEGATIVE_INFINITY || open <= (made.get(span.id) ?? Number.NEGATIVE_INFINITY);
    held.set(span.id, {
      total: (before?.total ?? 0) + span.to - span.from,
      times: (before?.times ?? 0) + 1,
      how: span.inferred || before?.how === 'about' ? 'about' : all ? 'sure' : 'least',
      ...(span.to === to && span.begins ? { since: span.from } : {}),
    });
  }
  return held;
}

/** The versions that are proven to have held AWSCURRENT. */
export function knownCurrent(timeline: Timeline | undefined): string[] {
  const lane = timeline?.lanes.find(({ label }) => label === 'AWSCURRENT')?.intervals ?? [];
  const known = lane.flatMap(({ certainty, versionId }) =>
    certainty === 'known' && versionId ? [versionId] : [],
  );
  return [...new Set(known)];
}

interface Span {
  readonly id: string;
  readonly from: number;
  /** Something tells that it did not hold the label right before. */
  readonly begins: boolean;
  to: number;
  inferred: boolean;
}

/** Intervals of one version that touch are one span, however sure each of them is. */
function spansOf(intervals: readonly Interval[]): Span[] {
  const spans: Span[] = [];
  for (const [at, { versionId, certainty, from, to }] of intervals.entries()) {
    if (versionId === null || certainty === 'unknown') continue;
    const inferred = certainty === 'inferred';
    const last = spans.at(-1);
    if (last && last.id === versionId && last.to === from) {
      last.to = to;
      last.inferred ||= inferred;
      continue;
    }
    const before = intervals[at - 1];
    // The edge of what is known is no beginning: there only our knowledge begins.
    const begins = inferred || !before || before.certainty === 'known';
    spans.push({ id: versionId, from, to, begins, inferred });
  }
  return spans;
}
