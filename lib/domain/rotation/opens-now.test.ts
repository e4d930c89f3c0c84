import { expect, test } from 'vitest';
import type { Step } from '../triage/cause.ts';
import type { RotationAttempt } from './attempt.ts';
import { opensNow, type RotationsKnown } from './opens-now.ts';

const day = (at: number) => `2026-11-${String(at).padStart(2, '0')}T02:00:00Z`;

/** An attempt on a day of November: it succeeded, runs, was abandoned, or failed in these steps. */
function attempt(version: string, at: number, how: RotationAttempt['outcome'] | readonly (Step | '?')[]) {
  const steps = typeof how === 'string' ? [] : how;
  return {
    ...{ arn: 'a', version, test: false, began: day(at), last: day(at) },
    outcome: typeof how === 'string' ? how : ('failed' as const),
    failures: steps.map((step) => ({ at: day(at), ...(step === '?' ? {} : { step }) })),
  };
}

// v1 was put on the 1st, v2 and v3 on the 5th and 10th.
const versions = [
  { id: 'v3', labels: ['AWSCURRENT', 'AWSPENDING'], created: day(10) },
  { id: 'v2', labels: ['AWSPREVIOUS'], created: day(5) },
  { id: 'v1', labels: [], created: day(1) },
];
const known = (kind: RotationsKnown['kind'], attempts: RotationAttempt[], lastRotated?: string) => ({
  ...{ kind, versions, complete: true, attempts, lastRotated },
});
const rotated = [attempt('v3', 10, 'succeeded'), attempt('v2', 5, 'succeeded')];

// Legend: what is known, whether version vN works, why.
test.each<[string, string, RotationsKnown, string, string]>([
  ['just rotated', 'v3', known('single-user', rotated), 'works', 'tested'],
  ['the one before, single user', 'v2', known('single-user', rotated), 'dead', 'rotated-since'],
  ['the one before, alternating', 'v2', known('alternating', rotated), 'works', 'other-user'],
  ['two before, alternating: the same user', 'v1', known('alternating', rotated), 'dead', 'rotated-since'],
  ['the one before, strategy not known', 'v2', known('function', rotated), 'unknown', 'kind-unknown'],
  ['the one before, managed', 'v2', known('managed', rotated), 'unknown', 'by-service'],
  [
    'failed in createSecret',
    'v3',
    known('single-user', [attempt('v4', 11, ['createSecret']), ...rotated]),
    'works',
    'tested',
  ],
  [
    'never invoked',
    'v3',
    known('single-user', [attempt('v4', 11, ['invoke']), ...rotated]),
    'works',
    'tested',
  ],
  [
    'failed in setSecret',
    'v3',
    known('single-user', [attempt('v4', 11, ['setSecret']), ...rotated]),
    'unknown',
    'stopped-at-set',
  ],
  [
    'failed in setSecret, alternating',
    'v3',
    known('alternating', [attempt('v4', 11, ['setSecret']), ...rotated]),
    'works',
    'other-user',
  ],
  [
    'failed in setSecret, strategy not known',
    'v3',
    known('function', [attempt('v4', 11, ['setSecret']), ...rotated]),
    'unknown',
    'kind-unknown',
  ],
  [
    'failed in testSecret',
    'v3',
    known('single-user', [attempt('v4', 11, ['testSecret']), ...rotated]),
    'unknown',
    'stopped-at-test',
  ],
  [
    'failed in finishSecret, then in createSecret',
    'v3',
    known('single-user', [attempt('v4', 11, ['finishSecret', 'createSecret']), ...rotated]),
    'dead',
    'set-and-stopped',
  ],
  [
    'failed in testSecret, alternating',
    'v3',
    known('alternating', [attempt('v4', 11, ['testSecret']), ...rotated]),
    'works',
    'other-user',
  ],
  [
    'failed, and no step is named',
    'v3',
    known('single-user', [attempt('v4', 11, ['?']), ...rotated]),
    'unknown',
    'stopped-at-set',
  ],
  [
    'abandoned',
    'v3',
    known('single-user', [attempt('v4', 11, 'abandoned'), ...rotated]),
    'unknown',
    'stopped-at-set',
  ],
  ['running', 'v3', known('single-user', [attempt('v4', 11, 'running'), ...rotated]), 'unknown', 'running'],
  [
    'a test changes nothing',
    'v3',
    known('single-user', [{ ...attempt('v4', 11, ['testSecret']), test: true }, ...rotated]),
    'works',
    'tested',
  ],
  ['put by hand, nothing known', 'v3', known('single-user', []), 'unknown', 'not-rotated'],
  [
    'put by hand, an attempt since stopped early',
    'v3',
    known('single-user', [attempt('v4', 11, ['createSecret'])]),
    'unknown',
    'untouched',
  ],
  [
    'events not read: AWS’s date of the last rotation tells',
    'v2',
    known('single-user', [], day(11)),
    'dead',
    'rotated-since',
  ],
  [
    'events not read: the version the last rotation made',
    'v3',
    known('single-user', [], day(11)),
    'unknown',
    'not-rotated',
  ],
  ['events not read, strategy not known', 'v1', known('function', [], day(11)), 'unknown', 'kind-unknown'],
])('%s', (_, version, facts, verdict, because) => {
  expect(opensNow(version, facts)).toMatchObject({ verdict, because });
});

test('where versions without a label could not be listed, AWS’s date proves nothing', () => {
  const partly = { ...known('single-user', [], day(11)), complete: false };
  expect(opensNow('v2', partly)).toEqual({ verdict: 'unknown', because: 'not-rotated' });
});

test('it says when the password was replaced, and by which version', () => {
  const facts = known('single-user', [attempt('v4', 11, ['finishSecret']), ...rotated]);
  expect(opensNow('v3', facts)).toEqual({
    ...{ verdict: 'dead', because: 'set-and-stopped', at: day(11), by: 'v4' },
  });
});

test('of an attempt that began before all that was read of failures, no run is the only one', () => {
  const failed = { ...attempt('v4', 11, ['createSecret']), last: day(12) };
  for (const kind of ['single-user', 'function'] as const) {
    const facts = known(kind, [failed, ...rotated]);
    expect(opensNow('v3', { ...facts, failuresFrom: day(10) })).toMatchObject({ because: 'tested' });
    expect(opensNow('v3', { ...facts, failuresFrom: day(12) })).toMatchObject({
      verdict: 'unknown',
      because: 'further-back',
    });
  }
  // That it came to setSecret is told, and more of it would change nothing.
  const set = known('function', [{ ...failed, failures: attempt('v4', 11, ['setSecret']).failures }]);
  expect(opensNow('v3', { ...set, failuresFrom: day(12) })).toMatchObject({ because: 'kind-unknown' });
});
