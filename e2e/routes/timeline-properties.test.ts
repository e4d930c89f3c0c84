import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toTrailRecord } from '@/lib/aws/to-event';
import { withOwnEvents } from '@/lib/client/own-events';
import { heldCurrent } from '@/lib/domain/timeline/held-current';
import { heldSince } from '@/lib/domain/timeline/held-since';
import { isAbout } from '@/lib/domain/timeline/is-about';
import { rebuildTimeline } from '@/lib/domain/timeline/rebuild-timeline';
import type { SearchedStream } from '@/lib/domain/timeline/searched';
import type { SecretEvent } from '@/lib/domain/timeline/secret-event';
import type { Timeline } from '@/lib/domain/timeline/timeline';
import { toSecretEvent } from '@/lib/domain/timeline/to-secret-event';
import type { Json } from '../../sandbox/operation.ts';
import { type History, step, type Truth, tell } from './timeline-history';

const NAMES = [
  'UpdateSecretVersionStage',
  'PutSecretValue',
  'UpdateSecret',
  'RotationSucceeded',
  'RotationStarted',
  'RotateSecret',
  'RotationAbandoned',
  'TestRotationStarted',
  'TestRotationSucceeded',
];

/** How CloudTrail is read: which names, pages of how many events, and how many of those. */
interface Reading {
  readonly names: readonly string[];
  readonly size: number;
  readonly pages: number;
}

function lookUp({ bench, arn }: History, { names, size, pages }: Reading) {
  const streams: SearchedStream[] = [];
  const events: SecretEvent[] = [];
  for (const name of names) {
    let token: unknown;
    let read = 0;
    let oldest = bench.now.toISOString();
    do {
      const page = bench.call('cloudtrail', 'LookupEvents', {
        LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: name }],
        MaxResults: size,
        ...(token ? { NextToken: token } : {}),
      });
      for (const listed of page.Events as { EventId: string; CloudTrailEvent: string }[]) {
        const record = toTrailRecord(listed);
        if (!record) continue;
        oldest = record.at;
        if (isAbout(record, arn)) events.push(toSecretEvent(record));
      }
      token = page.NextToken;
      read += 1;
    } while (token && read < pages);
    streams.push({ name, from: oldest, to: bench.now.toISOString(), complete: !token, pages: read });
  }
  return { events, searched: { streams } };
}

function rebuilt(history: History, reading: Reading) {
  const { bench, arn, own } = history;
  const read = lookUp(history, reading);
  const described = bench.call('secretsmanager', 'DescribeSecret', { SecretId: arn });
  const listed = bench.call('secretsmanager', 'ListSecretVersionIds', {
    SecretId: arn,
    IncludeDeprecated: true,
  });
  const iso = (seconds: unknown) => new Date(Math.round(Number(seconds) * 1000)).toISOString();
  const versions = (listed.Versions as Json[]).map((version) => ({
    id: String(version.VersionId),
    labels: (version.VersionStages ?? []) as string[],
    created: iso(version.CreatedDate),
  }));
  const timeline = rebuildTimeline({
    ...read,
    events: withOwnEvents(read.events, own),
    versions,
    complete: true,
    holders: Object.fromEntries(versions.flatMap(({ id, labels }) => labels.map((label) => [label, id]))),
    created: iso(described.CreatedDate),
    changed: iso(described.LastChangedDate),
    now: bench.now.getTime(),
  });
  return { ...timeline, versions };
}

/** What the timeline claims to know and was not so. Events are dated by whole seconds, so a second is allowed for. */
function lies({ lanes }: Timeline, truth: readonly Truth[], now: number): string[] {
  return lanes.flatMap(({ label, intervals }) =>
    intervals
      .filter(({ certainty }) => certainty === 'known')
      .flatMap((claim) =>
        truth.flatMap(({ at, holders }, index) => {
          const end = Math.floor((truth[index + 1]?.at ?? now + 1_000) / 1_000) * 1_000;
          const overlap = Math.min(end, claim.to) - Math.max(at, claim.from);
          const was = holders.get(label) ?? null;
          return overlap <= 0 || was === claim.versionId
            ? []
            : [
                `${label} at ${new Date(Math.max(at, claim.from)).toISOString()}: ${claim.versionId}, was ${was}`,
              ];
        }),
      ),
  );
}

/** How long each version truly held AWSCURRENT, and how often. */
function trulyHeld(truth: readonly Truth[], now: number) {
  const held = new Map<string, { total: number; times: number }>();
  let last: string | undefined;
  for (const [index, { at, holders }] of truth.entries()) {
    const version = holders.get('AWSCURRENT');
    if (version !== undefined) {
      const { total = 0, times = 0 } = held.get(version) ?? {};
      const length = (truth[index + 1]?.at ?? now) - at;
      held.set(version, { total: total + length, times: times + (version === last ? 0 : 1) });
    }
    last = version;
  }
  return held;
}

/** What is said without “about” of how long a version held AWSCURRENT, and was not so; a second for each move. */
function boasts(timeline: ReturnType<typeof rebuilt>, truth: readonly Truth[], now: number): string[] {
  const truly = trulyHeld(truth, now);
  return [...heldCurrent(timeline, timeline.versions)].flatMap(([version, { total, times, how }]) => {
    const was = truly.get(version) ?? { total: 0, times: 0 };
    const off = how === 'least' ? total - was.total : Math.abs(total - was.total);
    return how === 'about' || off <= 2_000 * Math.max(times, was.times)
      ? []
      : [`${version} held AWSCURRENT ${how} ${total} ms, was ${was.total} ms`];
  });
}

/** Since when a label is where it is, as it is said without “about”, and was not so. */
function datesWrongly(timeline: Timeline, truth: readonly Truth[]): string[] {
  return timeline.lanes.flatMap(({ label }) => {
    const told = heldSince(timeline, label);
    if (!told?.sure) return [];
    const holder = truth.at(-1)?.holders.get(label);
    // Away and back within a second is more than events dated by seconds can tell: either coming will do.
    const comings: number[] = [];
    let since = Number.POSITIVE_INFINITY;
    for (const { at, holders } of [...truth].reverse()) {
      if (holders.get(label) === holder) since = at;
      else if (since - at < 1_000) comings.push(since);
      else break;
    }
    return [...comings, since].some((one) => Math.abs(told.since - one) <= 2_000)
      ? []
      : [`${label} since ${told.since}, was ${since}`];
  });
}

const reading = fc.oneof(
  fc.constant({ names: NAMES, size: 50, pages: 20 }),
  fc.record({
    names: fc.subarray(NAMES, { minLength: 1 }),
    size: fc.constantFrom(1, 3, 50),
    pages: fc.constantFrom(1, 2, 20),
  }),
);

test('what a timeline claims to know was so, whatever happened and however little of CloudTrail was read', () => {
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.array(step, { minLength: 1, maxLength: 14 }),
      fc.constantFrom(0, undefined),
      fc.constantFrom(0, 1_000, 400_000, 3_600_000, 5_000_000_000),
      reading,
      (empty, steps, deliveryMs, after, how) => {
        const history = tell(empty, steps, deliveryMs, after);
        const timeline = rebuilt(history, how);
        const now = history.bench.now.getTime();
        expect(lies(timeline, history.truth, now)).toEqual([]);
        expect(datesWrongly(timeline, history.truth)).toEqual([]);
        expect(boasts(timeline, history.truth, now)).toEqual([]);
      },
    ),
    // The same histories every time; to look for others, take another seed.
    { numRuns: 2_000, seed: 7 },
  );
}, 30_000);

const plain = step.filter(
  ({ pause, act }) =>
    pause >= 5_000 &&
    pause <= 100_000_000 &&
    act.kind !== 'attach' &&
    !('label' in act && act.label === 'AWSPREVIOUS'),
);

test('with all of CloudTrail read and delivered, nothing about AWSCURRENT is left open', () => {
  fc.assert(
    fc.property(fc.array(plain, { minLength: 1, maxLength: 10 }), (steps) => {
      const { lanes } = rebuilt(tell(false, steps, 0, 3_600_000), { names: NAMES, size: 50, pages: 20 });
      const current = lanes.find(({ label }) => label === 'AWSCURRENT')?.intervals ?? [];
      expect(current.filter(({ certainty }) => certainty !== 'known')).toEqual([]);
    }),
    { numRuns: 500, seed: 7 },
  );
});
