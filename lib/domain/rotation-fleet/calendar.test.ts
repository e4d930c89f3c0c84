import { expect, test } from 'vitest';
import { DAY } from '../rotation/schedule/schedule.ts';
import type { Rotation, SecretRow } from '../secret.ts';
import { CALENDAR_DAYS, calendarOf } from './calendar.ts';
import { collisionsOf } from './collisions.ts';
import type { FleetSecret } from './fleet-secret.ts';

const NOW = Date.parse('2026-11-25T12:30:00.000Z');
const TODAY = Date.parse('2026-11-25T00:00:00.000Z');
const FUNCTION = 'arn:aws:lambda:us-east-1:441200879921:function:';

const one = (name: string, rotation: Partial<Rotation>, more: Partial<SecretRow> = {}): FleetSecret => ({
  secret: {
    ...{ key: name, name, primaryRegion: 'us-east-1', members: [] },
    shown: {
      ...{ arn: name, name, region: 'us-east-1', tags: {}, holders: {} },
      rotation: { enabled: true, ...rotation },
      ...more,
    },
  },
  state: { kind: 'succeeded', evidence: '.' },
  attempts: [],
});
/** The days (0 is today) and hours of the windows that are planned. */
const planned = (...fleet: FleetSecret[]) =>
  calendarOf(fleet, NOW).days.flatMap(({ windows }, day) =>
    windows.map(({ window }) => [
      day,
      (window.opens - TODAY) / 3_600_000 - day * 24,
      (window.closes - window.opens) / 3_600_000,
    ]),
  );

// what, schedule and dates, the windows as day, hour it opens, hours it lasts
test.each<[string, Partial<Rotation>, number[][]]>([
  [
    'an interval in days counts from the date AWS tells',
    { schedule: 'rate(10 days)', last: '2026-11-18T03:00:00.000Z', next: '2026-11-28T23:59:59.000Z' },
    [
      [3, 0, 24],
      [13, 0, 24],
      [23, 0, 24],
    ],
  ],
  [
    'a cron expression',
    { schedule: 'cron(0 8 1 * ? *)', duration: '2h', last: '2026-11-01T08:10:00.000Z' },
    [[6, 8, 2]],
  ],
  [
    'a window that is open now belongs to today',
    { schedule: 'cron(0 12 25 * ? *)', duration: '3h' },
    [[0, 12, 3]],
  ],
  ['a window that has closed today is over', { schedule: 'cron(0 8 25 11 ? *)', duration: '2h' }, []],
  ['a hundred days are too far', { everyDays: 100, last: '2026-11-24T03:00:00.000Z' }, []],
])('%s', (_, rotation, expected) => {
  expect(planned(one('a', rotation))).toEqual(expected);
});

test('every four hours makes six windows a day, in the order of time', () => {
  const calendar = calendarOf(
    [one('a', { schedule: 'rate(4 hours)', last: '2026-11-25T12:10:00.000Z' })],
    NOW,
  );
  expect(calendar.days).toHaveLength(CALENDAR_DAYS);
  expect(calendar.days[1]?.windows).toHaveLength(6);
  expect(calendar.days.at(-1)?.day).toBe(TODAY + 29 * DAY);
  expect(calendar.secrets).toBe(1);
});

test('what does not rotate has no window; what is overdue is told, the longest first; what cannot be read as well', () => {
  const { overdue, unplanned, secrets } = calendarOf(
    [
      one('off', { enabled: false, everyDays: 1 }),
      one('deleted', { everyDays: 1 }, { deleted: '2026-11-24T00:00:00.000Z' }),
      one('copy', { everyDays: 1 }, { primaryRegion: 'eu-west-1' }),
      one('late', { everyDays: 30, last: '2026-10-01T01:00:00.000Z', next: '2026-11-24T23:59:59.000Z' }),
      one('later', { everyDays: 30, last: '2026-10-01T01:00:00.000Z', next: '2026-11-02T23:59:59.000Z' }),
      one('strange', { schedule: 'at(noon)' }),
    ],
    NOW,
  );
  expect(overdue.map(({ secret }) => secret.name)).toEqual(['later', 'late']);
  expect(unplanned.map(({ secret }) => secret.name)).toEqual(['strange']);
  expect(secrets).toBe(2);
});

const ofOther = ({ secret, ...rest }: FleetSecret): FleetSecret => ({
  ...rest,
  secret: { ...secret, key: `arn:aws:secretsmanager:us-east-1:602733145908:secret:${secret.key}` },
});

// what, how two secrets differ, the kinds of what they share
const times = { schedule: 'cron(0 2 1 12 ? *)', duration: '2h' };
const night = { ...times, functionArn: `${FUNCTION}rotate-a` };
test.each<[string, FleetSecret, FleetSecret, string[]]>([
  ['one function', one('a', night), one('b', night), ['function rotate-a in us-east-1']],
  ['two functions', one('a', night), one('b', { ...night, functionArn: `${FUNCTION}rotate-b` }), []],
  [
    'one function, one after the other',
    one('a', night),
    one('b', { ...night, schedule: 'cron(0 4 1 12 ? *)' }),
    [],
  ],
  [
    'one database that the tags name, and two functions',
    one('a', night, { tags: { Host: 'db.internal' } }),
    one('b', { ...night, functionArn: `${FUNCTION}rotate-b` }, { tags: { host: 'db.internal' } }),
    ['database db.internal'],
  ],
  [
    'a database that AWS names, before the function',
    one('a', night, { tags: { 'aws:rds:primaryDBClusterArn': 'arn:c' } }),
    one('b', night, { tags: { 'aws:rds:primaryDBClusterArn': 'arn:c' } }),
    ['database arn:c', 'function rotate-a in us-east-1'],
  ],
  ['neither', one('a', times), one('b', times), []],
  ['a function of the same name in two accounts', one('a', night), ofOther(one('b', night)), []],
])('together: %s', (_, a, b, expected) => {
  const found = calendarOf([a, b], NOW).days.flatMap(({ windows }) => collisionsOf(windows));
  expect(found.map(({ kind, name }) => `${kind} ${name}`)).toEqual(expected);
  for (const { windows } of found) expect(windows).toHaveLength(2);
});

test('one secret whose own windows overlap nothing else is no collision', () => {
  const often = one('a', {
    schedule: 'rate(4 hours)',
    duration: '4h',
    functionArn: `${FUNCTION}a`,
    last: '2026-11-25T12:10:00.000Z',
  });
  expect(calendarOf([often], NOW).days.flatMap(({ windows }) => collisionsOf(windows))).toEqual([]);
});
