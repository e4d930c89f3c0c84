import { expect, test } from 'vitest';
import type { RotationAttempt } from '../rotation/attempt.ts';
import type { SecretRow } from '../secret.ts';
import type { Step } from '../triage/cause.ts';
import type { FleetSecret, FleetState } from './fleet-secret.ts';
import { mendCalls, mendPhrase } from './mend-calls.ts';
import { mendOf, resumedMend } from './mend-of.ts';
import { type MendKind, mendPlan } from './mend-plan.ts';
import { type NotMended, whyNotMended } from './why-not-mended.ts';

const at = '2026-11-25T02:00:00.000Z';
const one = (kind: FleetState['kind'], steps: readonly Step[], row: Partial<SecretRow> = {}): FleetSecret => {
  const attempt: RotationAttempt = {
    ...{ arn: 'a', version: 'v2', test: false, began: at, last: at, outcome: 'failed' },
    failures: steps.map((step) => ({ at, step })),
  };
  const shown: SecretRow = {
    ...{ arn: 'a', name: 'prod/db', region: 'us-east-1', tags: {} },
    holders: { AWSCURRENT: 'v1', AWSPENDING: 'v2' },
    rotation: { enabled: true, functionArn: 'f' },
    ...row,
  };
  return {
    secret: { key: 'a', name: 'prod/db', primaryRegion: 'us-east-1', members: [], shown },
    state: { kind, evidence: '.' },
    attempts: [attempt],
  };
};

test.each<[string, FleetSecret, string, boolean]>([
  ['it stopped before setSecret', one('gave-up', ['createSecret']), 'did-not', true],
  ['it stopped in setSecret', one('gave-up', ['createSecret', 'setSecret']), 'may-have', true],
  ['it stopped after setSecret', one('gave-up', ['testSecret']), 'ran', true],
  ['its window is open', one('will-retry', ['testSecret']), 'ran', false],
  ['nothing is told', one('stuck', []), 'unknown', true],
  [
    'the label is on another version',
    one('stuck', ['createSecret'], { holders: { AWSPENDING: 'v9' } }),
    'unknown',
    true,
  ],
])('%s', (_, secret, setSecret, quiet) => {
  expect(mendPlan('unstick', secret)).toMatchObject({ setSecret, quiet });
});

const calm = { holders: { AWSCURRENT: 'v1', AWSPENDING: 'v1' } };
// state, row, why each of retry, unstick, test and cancel is left out
test.each<[string, FleetState['kind'], Partial<SecretRow>, (NotMended | undefined)[]]>([
  ['failed, its label left behind', 'gave-up', {}, [undefined, undefined, 'pending', undefined]],
  ['nothing the matter', 'succeeded', calm, [undefined, 'not-pending', undefined, undefined]],
  ['running', 'running', calm, ['running', 'running', 'running', undefined]],
  ['scheduled for deletion', 'gave-up', { deleted: at }, ['deleted', 'deleted', 'deleted', 'deleted']],
  ['a service’s own', 'impaired', { owningService: 'rds' }, ['managed', 'managed', 'managed', 'managed']],
  [
    'a copy whose primary is unread',
    'unknown',
    { primaryRegion: 'eu-west-1' },
    ['replica', 'replica', 'replica', 'replica'],
  ],
  [
    'off, without a function',
    'stuck',
    { rotation: { enabled: false } },
    ['no-function', undefined, 'no-function', 'off'],
  ],
  [
    'off, with a function',
    'stuck',
    { ...calm, rotation: { enabled: false, functionArn: 'f' } },
    [undefined, 'not-pending', 'off', 'off'],
  ],
])('%s: %s', (_, kind, row, expected) => {
  const kinds: MendKind[] = ['retry', 'unstick', 'test', 'cancel'];
  const secret = one(kind, ['createSecret'], row);
  expect(kinds.map((each) => whyNotMended(each, secret))).toEqual(expected);
  expect(kinds.map((each) => mendPlan(each, secret) === undefined)).toEqual(
    expected.map((why) => why !== undefined),
  );
});

test('to rotate a secret whose rotation is off turns it on, and the plan knows', () => {
  const off = { ...calm, rotation: { enabled: false, functionArn: 'f' } };
  expect(mendPlan('retry', one('stuck', [], off))).toMatchObject({ off: true });
  expect(mendPlan('retry', one('gave-up', []))).toMatchObject({ off: false });
});

test('the commands take the label off first, because AWS refuses to rotate while it is there', () => {
  const plan = mendPlan('retry', one('gave-up', ['createSecret']))!;
  const [first, second] = mendCalls('retry', plan, 't');
  expect(first?.input).toMatchObject({ RemoveFromVersionId: 'v2' });
  expect(second).toMatchObject({ operation: 'RotateSecret', input: { RotateImmediately: true } });
  expect(mendCalls('unstick', plan, 't')).toEqual([first]);
});

test('a test and the end of a schedule move no label', () => {
  const plan = mendPlan('cancel', one('gave-up', ['createSecret']))!;
  expect(mendCalls('test', plan, 't')).toMatchObject([
    { operation: 'RotateSecret', input: { RotateImmediately: false } },
  ]);
  expect(mendCalls('cancel', plan, 't')).toMatchObject([
    { operation: 'CancelRotateSecret', input: { SecretId: 'a' } },
  ]);
});

test('one secret is confirmed by its name, several by what is done to how many', () => {
  const [a, b] = [{ name: 'prod/a' }, { name: 'prod/b' }];
  expect(mendPhrase('cancel', [a])).toBe('prod/a');
  expect((['retry', 'unstick', 'test', 'cancel'] as const).map((kind) => mendPhrase(kind, [a, b]))).toEqual([
    'retry 2 secrets',
    'remove AWSPENDING from 2 secrets',
    'test 2 secrets',
    'turn off 2 secrets',
  ]);
});

test('what is left of a run is planned anew: what has rotated since is not rotated again', () => {
  const keyed = (key: string, from: FleetSecret): FleetSecret => ({
    ...from,
    secret: { ...from.secret, key },
  });
  const fleet = [
    keyed('failing', one('gave-up', ['createSecret'])),
    keyed('rotated', one('succeeded', [], calm)),
    keyed('rotating', one('running', [], calm)),
    keyed('not-of-it', one('gave-up', [])),
  ];
  const left = ['failing', 'rotated', 'rotating', 'gone'];
  const { plans, leftOut } = resumedMend('retry', left, fleet);
  expect(plans.map(({ arn }) => arn)).toEqual(['failing']);
  expect([...leftOut]).toEqual([]);
  expect([...resumedMend('unstick', left, fleet).leftOut]).toEqual([
    ['not-pending', 1],
    ['running', 1],
  ]);
});

test('what AWS has refused of a secret is left out and counted, and what it has not is still done', () => {
  const fleet = [one('gave-up', ['createSecret']), one('gave-up', ['setSecret'], { arn: 'b' })];
  const { plans, leftOut } = mendOf('retry', fleet, ({ setSecret }) => setSecret === 'did-not');
  expect(plans.map(({ setSecret }) => setSecret)).toEqual(['may-have']);
  expect([...leftOut]).toEqual([['refused', 1]]);
});
