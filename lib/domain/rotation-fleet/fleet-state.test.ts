import { expect, test } from 'vitest';
import type { RotationAttempt } from '../rotation/attempt.ts';
import type { Rotation, SecretRow } from '../secret.ts';
import { fleetState } from './fleet-state.ts';

const NOW = Date.parse('2026-11-25T12:00:00.000Z');
const at = (time: string) => `2026-11-25T${time}:00.000Z`;

const row = (rotation: Partial<Rotation> = {}, more: Partial<SecretRow> = {}): SecretRow => ({
  ...{ arn: 'a', name: 'prod/db', region: 'us-east-1', tags: {} },
  holders: { AWSCURRENT: 'v1', AWSPENDING: 'v1' },
  rotation: {
    ...{ enabled: true, schedule: 'rate(10 days)', duration: '2h' },
    ...{ last: '2026-11-15T01:00:00.000Z', next: '2026-11-26T01:59:59.000Z' },
    ...rotation,
  },
  ...more,
});

const attempt = (more: Partial<RotationAttempt>): RotationAttempt => ({
  ...{ arn: 'a', version: 'v2', test: false, began: at('11:30'), last: at('11:31'), outcome: 'failed' },
  failures: more.outcome === undefined || more.outcome === 'failed' ? [{ at: more.last ?? at('11:31') }] : [],
  ...more,
});

const pending = { holders: { AWSCURRENT: 'v1', AWSPENDING: 'v2' } };
const openNow = { next: '2026-11-25T23:59:59.000Z', duration: '24h' };

const table: readonly [string, string, SecretRow, readonly RotationAttempt[], string?][] = [
  ['no schedule', 'off', row({ enabled: false }), []],
  ['scheduled for deletion', 'off', row({}, { deleted: at('01:00'), ...pending }), [attempt({})]],
  ['turned off with AWSPENDING left behind', 'stuck', row({ enabled: false }, pending), [attempt({})]],
  ['a copy, and its primary unread', 'unknown', row({}, { primaryRegion: 'eu-west-1' }), []],
  ['nothing told against it', 'succeeded', row(), []],
  ['never rotated', 'scheduled', { ...row(), rotation: { enabled: true, everyDays: 30 } }, []],
  ['begun a moment ago', 'running', row(), [attempt({ outcome: 'running', began: at('11:50') })]],
  [
    'begun an hour ago, still pending',
    'running',
    row({}, pending),
    [attempt({ outcome: 'running', began: at('11:00') })],
  ],
  [
    'begun longer ago than four runs of a function take, and no failure told',
    'stuck',
    row({}, pending),
    [attempt({ outcome: 'running', began: at('10:40') })],
  ],
  [
    'begun hours ago, and nothing pending',
    'succeeded',
    row(),
    [attempt({ outcome: 'running', began: at('02:00') })],
  ],
  [
    'begun days ago',
    'stuck',
    row({}, pending),
    [attempt({ outcome: 'running', began: '2026-11-20T02:00:00.000Z' })],
  ],
  ['failed, its window open', 'will-retry', row(openNow, pending), [attempt({})]],
  [
    'failed, its window closed',
    'gave-up',
    row({ next: at('01:59') }, pending),
    [attempt({ last: at('01:10') })],
  ],
  ['failed outside of any window', 'gave-up', row({}, pending), [attempt({})]],
  ['failed, then rotated', 'succeeded', row({ last: at('11:45') }), [attempt({})]],
  ['failed, then promoted by hand', 'succeeded', row({}, { holders: { AWSCURRENT: 'v2' } }), [attempt({})]],
  ['failed where AWS rotates', 'impaired', row({}, { owningService: 'rds' }), [attempt({})]],
  ['overdue where AWS rotates', 'impaired', row({ next: at('01:59') }, { owningService: 'rds' }), []],
  ['its window passed', 'overdue', row({ next: at('01:59') }), []],
  ['its window passed, CloudTrail untold', 'overdue', row({ next: at('01:59') }), [], 'It may not be read.'],
  ['AWSPENDING elsewhere, no failure told', 'stuck', row({}, pending), []],
  ['given up for a value put by hand', 'abandoned', row(), [attempt({ outcome: 'abandoned' })]],
  ['in its window', 'window-open', row(openNow), []],
  ['rotated in its window', 'succeeded', row({ ...openNow, last: at('03:00') }), []],
  ['CloudTrail untold', 'unknown', row(), [], 'It may not be read.'],
];

test.each(table)('%s: %s', (_, kind, secret, attempts, untold) => {
  const state = fleetState(secret, { attempts, untold, now: NOW });
  expect(state).toMatchObject({ kind, evidence: expect.stringMatching(/\w.*\.$|^Error/) });
});

test('what began before all that was read of failures, and did not end well, fails: it does not run for hours', () => {
  const running = attempt({ outcome: 'running', began: at('05:00'), last: at('05:00') });
  const facts = { attempts: [running], failuresFrom: at('08:00'), now: NOW };
  expect(fleetState(row(openNow, pending), facts)).toMatchObject({
    kind: 'will-retry',
    since: at('05:00'),
    evidence: expect.stringContaining('further back than was read'),
  });
  // Its window closed, or its failures read as far as its beginning: then the label is all there is.
  expect(fleetState(row({}, pending), facts).kind).toBe('stuck');
  expect(fleetState(row(openNow, pending), { ...facts, failuresFrom: at('04:00') }).kind).toBe('stuck');
});

test('without CloudTrail nobody claims that no rotation is running', () => {
  const state = fleetState(row({}, pending), { attempts: [], untold: 'It may not be read.', now: NOW });
  expect(state).toMatchObject({
    kind: 'stuck',
    evidence: expect.stringMatching(/is not known\. It may not be read\.$/),
  });
});

test('a failure that began before all that was read is dated by its beginning', () => {
  const failed = attempt({ began: at('05:00') });
  const facts = { attempts: [failed], failuresFrom: at('08:00'), now: NOW };
  expect(fleetState(row(openNow, pending), facts).since).toBe(at('05:00'));
});

test('a failure is dated by its first run, and AWS’s own sentence is the evidence', () => {
  const failures = [
    { at: at('10:00'), message: 'first' },
    { at: at('11:00'), message: 'Error when executing lambda x during setSecret step' },
  ];
  expect(fleetState(row(openNow, pending), { attempts: [attempt({ failures })], now: NOW })).toEqual({
    kind: 'will-retry',
    evidence: 'Error when executing lambda x during setSecret step',
    since: at('10:00'),
    until: '2026-11-26T00:00:00.000Z',
  });
});
