import { sortLabels } from '../version.ts';
import { withCreationDates } from './from-dates.ts';
import { inOrder } from './in-order.ts';
import { type Coverage, coverageOf, type Searched, whyNotBefore } from './searched.ts';
import type { SecretEvent } from './secret-event.ts';
import type { Interval, Lane, Timeline } from './timeline.ts';
import { toChanges } from './to-changes.ts';
import { type Made, toLane } from './to-lane.ts';
import { toRuns } from './to-runs.ts';
import type { VersionFacts } from './version-facts.ts';
import { withinSeconds } from './within-seconds.ts';

/** What a secret's past is told from. */
export interface TimelineFacts extends VersionFacts {
  /** Label to version id at `now`. */
  readonly holders: { readonly [label: string]: string };
  readonly events: readonly SecretEvent[];
  readonly searched: Searched;
  /** When the versions and labels were read, by AWS's clock; epoch milliseconds. */
  readonly now: number;
  /**
   * Since when the secret is as it is; ISO. AWS dates any change of it, so until `now` the labels are known from here
   * on, whatever CloudTrail says. https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html
   */
  readonly changed?: string | undefined;
  /** Replicas follow some time after the primary whose events these are. */
  readonly replica?: boolean | undefined;
}

const OWN = ['AWSPENDING', 'AWSCURRENT', 'AWSPREVIOUS'];

/**
 * Where each label has been: walks back from where the labels are now through what the events changed. `known` is
 * claimed only where every event that can move the label has been read and none contradicts; the rest is inferred, or
 * unknown with the reason.
 */
export function rebuildTimeline(facts: TimelineFacts): Timeline {
  const { now, holders, searched } = facts;
  const told = inOrder(facts.events).filter(
    ({ at }) => Date.parse(at) >= beginning(facts) && Date.parse(at) <= now,
  );
  const { events, unsettled } = withinSeconds(told, facts, allKnownSince(searched));
  const changes = toChanges(events, facts, unsettled);
  const own = new Set([
    ...Object.keys(holders),
    ...changes.flatMap(({ moves }) => moves.map(({ label }) => label)),
  ]);
  for (const label of OWN) own.delete(label);
  const labels = [...OWN, ...sortLabels([...own])];
  const unchangedSince = Math.min(now, facts.changed === undefined ? now : Date.parse(facts.changed));
  const coveredOf = (label: string) => covered(coverageOf(label, searched), unchangedSince, now);
  const current = coveredOf('AWSCURRENT');
  const pending = coveredOf('AWSPENDING');
  const pendingCovered = { from: Math.max(current.from, pending.from), to: Math.min(current.to, pending.to) };
  const runs = toRuns(labels, { changes, holders, now, covered: current, pendingCovered });
  const from = startOf(facts, events);
  const lanes = labels.map((label) => {
    const proof = {
      covered: coveredOf(label),
      unchangedSince,
      before: whyNotBefore(label, searched),
      made: OWN.includes(label) ? madeOf(facts) : [],
      now,
    };
    return clipped(toLane(label, runs.get(label) ?? [], proof), from);
  });
  const dated = withCreationDates(withDoubt(lanes), facts.versions);
  return { lanes: facts.replica ? dated.map(asReplica) : dated, from, to: now };
}

/** Since when every event that moves any label is known. */
function allKnownSince(searched: Searched): number {
  return Math.max(...OWN.map((label) => coverageOf(label, searched)?.from ?? Number.POSITIVE_INFINITY));
}

const madeOf = ({ versions }: TimelineFacts): Made[] =>
  versions.flatMap(({ id, created }) => (created === undefined ? [] : [{ id, at: Date.parse(created) }]));

// When nothing has changed since the trail was complete, it is complete until now.
function covered(read: Coverage | undefined, unchangedSince: number, now: number): Coverage {
  if (!read || read.from >= now) return { from: now, to: now };
  return read.to >= unchangedSince ? { from: read.from, to: now } : read;
}

// Seconds of events are whole: the event of the secret's creation may be dated before it.
const beginning = ({ created }: TimelineFacts) =>
  created === undefined ? Number.NEGATIVE_INFINITY : Math.floor(Date.parse(created) / 1000) * 1000;

function startOf(facts: TimelineFacts, events: readonly SecretEvent[]): number {
  if (facts.created !== undefined) return Math.min(beginning(facts), facts.now);
  const dates = [...facts.versions.map(({ created }) => created), events[0]?.at];
  const known = dates.flatMap((at) => (at === undefined ? [] : [Date.parse(at)]));
  return Math.min(facts.now - 86_400_000, ...known);
}

function clipped({ label, intervals }: Lane, from: number): Lane {
  const kept = intervals
    .filter(({ to }) => to > from)
    .map((one) => (one.from < from ? { ...one, from } : one));
  return { label, intervals: kept };
}

/** Where one label's events do not add up, something is missing that may have moved the others too. */
function withDoubt(lanes: readonly Lane[]): Lane[] {
  const doubts = lanes.flatMap(({ intervals }) =>
    intervals.filter(({ reason }) => reason === 'contradiction'),
  );
  return lanes.map(({ label, intervals }) => ({
    label,
    intervals: intervals.flatMap((one) =>
      doubts.reduce((parts, doubt) => parts.flatMap((part) => doubted(part, doubt)), [one]),
    ),
  }));
}

function doubted(one: Interval, { from, to }: Interval): Interval[] {
  const [begin, end] = [Math.max(one.from, from), Math.min(one.to, to)];
  if (one.certainty !== 'known' || begin >= end) return [one];
  return [
    ...(one.from < begin ? [{ ...one, to: begin }] : []),
    { ...one, from: begin, to: end, certainty: 'inferred', reason: 'contradiction' },
    ...(end < one.to ? [{ ...one, from: end }] : []),
  ];
}

function asReplica({ label, intervals }: Lane): Lane {
  return {
    label,
    intervals: intervals.map((one) =>
      one.certainty === 'known' ? { ...one, certainty: 'inferred', reason: 'replica' } : one,
    ),
  };
}
