import { describe, expect, test } from 'vitest';
import type { SecretVersion } from '../version.ts';
import { intervalAt } from './at-moment.ts';
import { heldCurrent } from './held-current.ts';
import { makerOf } from './maker-of.ts';
import { rebuildTimeline, type TimelineFacts } from './rebuild-timeline.ts';
import type { Searched, SearchedStream } from './searched.ts';
import type { EventEffect, SecretEvent } from './secret-event.ts';
import { sentenceAt } from './sentence-at.ts';

// In one file, though long: its cases are told in the few words below.

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-19T12:00:00Z');
const iso = (at: number) => new Date(at).toISOString();
const ago = (hours: number) => NOW - hours * 3_600_000;
const id = (n: number) => `version-${n}`;

let count = 0;
const event = (
  hours: number,
  name: string,
  effect: EventEffect,
  more: Partial<SecretEvent> = {},
): SecretEvent => ({
  id: `event-${++count}`,
  name,
  at: iso(ago(hours)),
  actor: { kind: 'person', name: 'riley' },
  tool: { kind: 'cli', name: 'AWS CLI' },
  effect,
  ...more,
});
const put = (hours: number, n: number, labels?: string[]) =>
  event(hours, 'PutSecretValue', { kind: 'value-put', version: id(n), ...(labels ? { labels } : {}) });
const move = (hours: number, label: string, from: number, to: number) =>
  event(hours, 'UpdateSecretVersionStage', { kind: 'label-moved', label, from: id(from), to: id(to) });

const NAMES = [
  'UpdateSecretVersionStage',
  'PutSecretValue',
  'UpdateSecret',
  'RotationSucceeded',
  'RotationStarted',
  'RotateSecret',
  'RotationAbandoned',
];
const all = (more: Partial<SearchedStream> = {}): Searched => ({
  streams: NAMES.map((name) => ({
    name,
    from: iso(NOW - 90 * DAY),
    to: iso(NOW),
    complete: true,
    pages: 1,
    ...more,
  })),
});
const version = (n: number, hours: number, labels: string[] = []): SecretVersion => ({
  id: id(n),
  labels,
  created: iso(ago(hours)),
});

const rebuilt = (facts: Partial<TimelineFacts> & Pick<TimelineFacts, 'versions' | 'events'>) =>
  rebuildTimeline({
    complete: true,
    searched: all(),
    holders: Object.fromEntries(facts.versions.flatMap((one) => one.labels.map((label) => [label, one.id]))),
    now: NOW,
    created: facts.versions.map(({ created = '' }) => created).sort()[0],
    changed: facts.events
      .map(({ at }) => at)
      .sort()
      .at(-1),
    ...facts,
  });
/** `since hours ago: version certainty reason`, the oldest first. */
const life = (timeline: ReturnType<typeof rebuildTimeline>, label: string) =>
  (timeline.lanes.find((lane) => lane.label === label)?.intervals ?? []).map(
    ({ from, versionId, certainty, reason }) =>
      [
        `${(NOW - from) / 3_600_000}:`,
        certainty === 'unknown' ? '?' : (versionId ?? 'none'),
        certainty,
        reason,
      ]
        .filter((word) => word !== undefined)
        .join(' '),
  );

// A rotation, a rollback to before it, and a value put by hand.
const VERSIONS = [version(1, 100), version(2, 50, ['AWSPREVIOUS']), version(3, 5, ['AWSCURRENT'])];
const EVENTS = [put(50, 2), move(20, 'AWSCURRENT', 2, 1), move(10, 'AWSCURRENT', 1, 2), put(5, 3)];

describe('with all events', () => {
  const timeline = rebuilt({ versions: VERSIONS, events: EVENTS });

  test('each label is known from the secret’s creation to now', () => {
    expect(life(timeline, 'AWSCURRENT')).toEqual([
      '100: version-1 known',
      '50: version-2 known',
      '20: version-1 known',
      '10: version-2 known',
      '5: version-3 known',
    ]);
    expect(life(timeline, 'AWSPREVIOUS')).toEqual([
      '100: none known',
      '50: version-1 known',
      '20: version-2 known',
      '10: version-1 known',
      '5: version-2 known',
    ]);
  });

  test('how long each version was current adds up, twice where it was twice', () => {
    const hours = [...heldCurrent(timeline)].map(([one, { total, times }]) => [
      one,
      total / 3_600_000,
      times,
    ]);
    expect(hours).toEqual([
      ['version-1', 60, 2],
      ['version-2', 35, 2],
      ['version-3', 5, 1],
    ]);
  });

  test('a moment is said in one sentence, with who brought it about', () => {
    const spelling = {
      time: (at: number) => `${iso(at).slice(11, 16)} UTC`,
      brief: (at: number) => iso(at).slice(11, 16),
      version: (one: string) => one,
    };
    expect(sentenceAt(timeline, EVENTS, ago(9), spelling)).toBe(
      'At 03:00 UTC AWSCURRENT was v version-2, moved by riley at 02:00.',
    );
    expect(sentenceAt(timeline, EVENTS, NOW + 60_000, spelling)).toBe(
      'At 12:01 UTC nothing is known yet: it is later than the last reading.',
    );
    expect(sentenceAt(timeline, EVENTS, ago(101), spelling)).toBe('At 07:00 UTC the secret did not exist.');
  });

  test('the maker of a version is who put its value', () => {
    expect(makerOf(version(3, 5), EVENTS)).toBe(EVENTS[3]);
    expect(makerOf(version(1, 100), EVENTS)).toBeUndefined();
  });
});

describe('with less than all', () => {
  test('without CloudTrail, what has not changed since is known, and creation dates suggest the rest', () => {
    const searched: Searched = { streams: [], stopped: 'denied' };
    const timeline = rebuilt({ versions: VERSIONS, events: [], searched, changed: iso(ago(5)) });
    expect(life(timeline, 'AWSCURRENT')).toEqual([
      '100: ? unknown denied',
      '50: version-2 inferred creation-date',
      '5: version-3 known',
    ]);
    expect(life(timeline, 'AWSPREVIOUS')).toEqual(['100: ? unknown denied', '5: version-2 known']);
  });

  test('one version that was never touched is known from its creation on, whatever CloudTrail says', () => {
    const one = [version(1, 2_000, ['AWSCURRENT'])];
    const timeline = rebuilt({
      versions: one,
      events: [],
      searched: { streams: [] },
      changed: iso(ago(2_000)),
    });
    expect(life(timeline, 'AWSCURRENT')).toEqual(['2000: version-1 known']);
  });

  test('a move that CloudTrail has not delivered yet leaves the last minutes inferred', () => {
    const versions = [version(1, 100, ['AWSPREVIOUS']), version(2, 50, ['AWSCURRENT'])];
    const timeline = rebuilt({
      versions: [
        { ...versions[0]!, labels: ['AWSCURRENT'] },
        { ...versions[1]!, labels: ['AWSPREVIOUS'] },
      ],
      events: [put(50, 2)],
      changed: iso(ago(0.1)),
    });
    expect(life(timeline, 'AWSCURRENT')).toEqual([
      '100: version-1 known',
      '50: version-2 known',
      '0.25: version-2 inferred late',
      '0.1: version-1 known',
    ]);
  });

  // Five versions within four seconds, of which CloudTrail has delivered nothing yet, and a label of ours on one of them.
  describe('many versions within seconds and an own label change, before CloudTrail knows of any', () => {
    const second = 1 / 3_600;
    const fresh = [0, 1, 2, 3, 4].map((n) =>
      version(n, 0.05 - n * second, n === 4 ? ['AWSCURRENT'] : n === 3 ? ['AWSPREVIOUS'] : []),
    );
    const keep = event(0.01, 'UpdateSecretVersionStage', {
      ...{ kind: 'label-moved', label: 'keep', to: id(1) },
    });
    const timeline = rebuilt({ versions: fresh, events: [keep], changed: iso(ago(0.01)) });

    test('the first version is not said to have stayed, nor the last one to have come with our change', () => {
      expect(life(timeline, 'AWSCURRENT').map((line) => line.replace(/^.*: /, ''))).toEqual([
        'version-0 inferred late',
        '? unknown late',
        'version-4 inferred creation-date',
        'version-4 known',
      ]);
    });

    test('how long each held AWSCURRENT is told with “about”, or not at all', () => {
      const held = heldCurrent(timeline, fresh);
      expect([...held].map(([one, { how }]) => [one, how])).toEqual([
        ['version-0', 'about'],
        ['version-4', 'about'],
      ]);
      expect(held.get(id(4))?.since).toBeCloseTo(ago(0.05 - 4 * second), -2);
    });
  });

  test('the first version is not said to have stayed where others were made that nothing read tells of', () => {
    const versions = [
      version(1, 2_000),
      version(2, 1_000),
      version(3, 500, ['AWSCURRENT']),
      version(4, 0.001),
    ];
    const searched = all({ complete: false, from: iso(ago(15)) });
    const timeline = rebuilt({ versions, events: [], searched, changed: iso(ago(0.001)) });
    const told = life(timeline, 'AWSCURRENT').filter((line) => line.includes('version-1'));
    expect(told).toEqual([]);
  });

  test('what is proven of a version is the least it held, where more may be missing', () => {
    const searched = all({ complete: false, from: iso(ago(15)) });
    const timeline = rebuilt({ versions: VERSIONS, events: EVENTS.slice(2), searched });
    expect([...heldCurrent(timeline, VERSIONS)].map(([one, { how }]) => [one, how])).toEqual([
      ['version-1', 'least'],
      ['version-2', 'least'],
      ['version-3', 'sure'],
    ]);
  });

  test('read back to yesterday only, it is known since yesterday and says why not before', () => {
    const searched = all({ complete: false, from: iso(ago(15)) });
    const timeline = rebuilt({ versions: VERSIONS, events: EVENTS.slice(2), searched });
    const [first, ...rest] = life(timeline, 'AWSCURRENT');
    expect(first).toBe('100: ? unknown not-read');
    expect(rest.slice(-3)).toEqual([
      `${15 - 1 / 3_600}: version-1 known`,
      '10: version-2 known',
      '5: version-3 known',
    ]);
  });

  test('events that do not add up make nothing known, of the other labels either', () => {
    const versions = [
      version(1, 100, ['keep']),
      version(2, 50, ['AWSPREVIOUS']),
      version(3, 5, ['AWSCURRENT']),
    ];
    // Between these two somebody must have moved it back.
    const events = [put(50, 2), move(20, 'AWSCURRENT', 1, 2), put(5, 3)];
    const timeline = rebuilt({ versions, events });
    expect(life(timeline, 'AWSCURRENT')[1]).toBe('50: ? unknown contradiction');
    const during = timeline.lanes.flatMap((lane) => intervalAt(lane, ago(30))?.certainty ?? []);
    expect(during).not.toContain('known');
  });

  test('a replica is told by its primary’s events, and so is only inferred', () => {
    const timeline = rebuilt({ versions: VERSIONS, events: EVENTS, replica: true });
    expect(
      new Set(timeline.lanes.flatMap(({ intervals }) => intervals.map(({ certainty }) => certainty))),
    ).toEqual(new Set(['inferred']));
  });

  test('a refused call changes nothing', () => {
    const refused = { ...move(8, 'AWSCURRENT', 2, 1), error: { code: 'AccessDenied' } };
    const timeline = rebuilt({ versions: VERSIONS, events: [...EVENTS, refused] });
    expect(life(timeline, 'AWSCURRENT')).toHaveLength(5);
  });
});

test('a rotation ends with AWSPENDING on the promoted version, where it stays', () => {
  const versions = [version(1, 100, ['AWSPREVIOUS']), version(2, 3, ['AWSCURRENT', 'AWSPENDING'])];
  const rotation = (hours: number, step: 'started' | 'succeeded') =>
    event(hours, step === 'started' ? 'RotationStarted' : 'RotationSucceeded', {
      kind: 'rotation',
      step,
      version: id(2),
    });
  const events = [
    rotation(3, 'started'),
    put(2.9, 2, ['AWSPENDING']),
    move(2.5, 'AWSCURRENT', 1, 2),
    rotation(2.49, 'succeeded'),
  ];
  const timeline = rebuilt({ versions, events });
  expect(life(timeline, 'AWSPENDING').map((line) => line.replace(/^.*: /, ''))).toEqual([
    'none known',
    'version-2 known',
    'version-2 known',
  ]);
  expect(life(timeline, 'AWSCURRENT')).toEqual(['100: version-1 known', '2.5: version-2 known']);
});

test('a hundred and twenty versions, put within ninety days and some within one minute, are all told', () => {
  const hours = Array.from({ length: 120 }, (_, at) => (at < 100 ? 2_000 - at * 10 : 10 - at / 60));
  const versions = hours.map((some, at) =>
    version(at, some, at === 119 ? ['AWSCURRENT'] : at === 118 ? ['AWSPREVIOUS'] : []),
  );
  const events = hours.slice(1).map((some, at) => put(some, at + 1));
  const timeline = rebuilt({ versions, events });
  const current = timeline.lanes.find(({ label }) => label === 'AWSCURRENT')!.intervals;
  expect(current).toHaveLength(120);
  expect(
    current.every(({ certainty }, at) => certainty === 'known' && current[at]!.versionId === id(at)),
  ).toBe(true);
  // Without gaps, from the creation to now.
  expect(current.every(({ to }, at) => to === (current[at + 1]?.from ?? NOW))).toBe(true);
});

test('AWSPENDING goes when a new value takes AWSCURRENT from its version, and stays elsewhere', () => {
  const versions = [version(1, 100), version(2, 50, ['AWSPREVIOUS']), version(3, 5, ['AWSCURRENT'])];
  const events = [put(50, 2, ['AWSCURRENT', 'AWSPENDING']), put(5, 3)];
  expect(life(rebuilt({ versions, events }), 'AWSPENDING')).toEqual([
    '100: none known',
    '50: version-2 known',
    '5: none known',
  ]);
  const open = [
    version(1, 100, ['AWSPREVIOUS']),
    version(2, 50, ['AWSPENDING']),
    version(3, 5, ['AWSCURRENT']),
  ];
  const opened = [put(50, 2, ['AWSPENDING']), put(5, 3)];
  expect(intervalAt(rebuilt({ versions: open, events: opened }).lanes[0]!, ago(1))).toMatchObject({
    versionId: 'version-2',
    certainty: 'known',
  });
});
