import type { SecretVersion } from '../version.ts';
import { intervalAt } from './at-moment.ts';
import type { Interval, Lane } from './timeline.ts';
import { joined } from './to-lane.ts';

/**
 * Fills what lies before the known span with what creation dates suggest, marked as inferred: a version has AWSCURRENT
 * from its creation at the earliest, and the one with AWSPREVIOUS had it before.
 */
export function withCreationDates(lanes: readonly Lane[], versions: readonly SecretVersion[]): Lane[] {
  const laneOf = (label: string) => lanes.find((lane) => lane.label === label);
  const since = knownSince(laneOf('AWSCURRENT'));
  if (since === undefined) return [...lanes];
  const holder = (label: string) => holderAt(laneOf(label), since);
  const created = (id: string | null | undefined) => {
    const at = Date.parse(versions.find((version) => version.id === id)?.created ?? '');
    return Number.isNaN(at) ? undefined : at;
  };
  const [current, previous, pending] = [holder('AWSCURRENT'), holder('AWSPREVIOUS'), holder('AWSPENDING')];
  const began = created(current);
  const latest = Math.max(
    ...versions.flatMap(({ id }) => created(id) ?? []).filter((at) => at <= since + 1000),
  );
  // Made before the latest version, it got AWSCURRENT back at a time that no date tells.
  if (!current || began === undefined || began !== latest) return [...lanes];
  const before = created(previous);
  const suggested: Record<string, Interval[]> = {
    AWSCURRENT: [
      ...(previous && before !== undefined && before < began ? [guess(previous, before, began)] : []),
      guess(current, began, since),
    ],
    AWSPREVIOUS: previous ? [guess(previous, Math.max(began, before ?? began), since)] : [],
    AWSPENDING: pending === current ? [guess(current, began, since)] : [],
  };
  return lanes.map((lane) => ({
    label: lane.label,
    intervals: joined(lane.intervals.flatMap((one) => filled(one, suggested[lane.label] ?? []))),
  }));
}

const guess = (versionId: string, from: number, to: number): Interval => ({
  versionId,
  from,
  to,
  certainty: 'inferred',
  reason: 'creation-date',
});

/** Where the first thing is claimed, if nothing is claimed before. */
function knownSince(lane: Lane | undefined): number | undefined {
  const [first, second] = lane?.intervals ?? [];
  return first?.certainty === 'unknown' ? second?.from : undefined;
}

function holderAt(lane: Lane | undefined, at: number): string | null | undefined {
  const found = lane && intervalAt(lane, at);
  return found && found.certainty !== 'unknown' ? found.versionId : undefined;
}

/** An unknown stretch with what is suggested inside of it. */
function filled(gap: Interval, suggested: readonly Interval[]): Interval[] {
  if (gap.certainty !== 'unknown' || gap.reason === 'contradiction') return [gap];
  const parts: Interval[] = [];
  let at = gap.from;
  for (const one of suggested) {
    const from = Math.max(one.from, at);
    const to = Math.min(one.to, gap.to);
    if (to <= from) continue;
    if (from > at) parts.push({ ...gap, from: at, to: from });
    parts.push({ ...one, from, to });
    at = to;
  }
  return at < gap.to ? [...parts, { ...gap, from: at }] : parts;
}
