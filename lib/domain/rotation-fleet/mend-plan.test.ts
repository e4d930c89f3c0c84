import { expect, test } from 'vitest';
import type { RotationAttempt } from '../rotation/attempt.ts';
import type { SecretRow } from '../secret.ts';
import type { Step } from '../triage/cause.ts';
import type { FleetSecret, FleetState } from './fleet-secret.ts';
import { mendCommands, mendPlan } from './mend-plan.ts';

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

test('what runs, is deleted, is a service’s own, or has nothing to take off is left alone', () => {
  expect(mendPlan('retry', one('running', []))).toBeUndefined();
  expect(mendPlan('retry', one('gave-up', [], { deleted: at }))).toBeUndefined();
  expect(mendPlan('retry', one('impaired', [], { owningService: 'rds' }))).toBeUndefined();
  expect(mendPlan('retry', one('stuck', [], { rotation: { enabled: false } }))).toBeUndefined();
  expect(mendPlan('unstick', one('gave-up', [], { holders: { AWSCURRENT: 'v1' } }))).toBeUndefined();
});

test('the commands take the label off first, because AWS refuses to rotate while it is there', () => {
  const plan = mendPlan('retry', one('gave-up', ['createSecret']))!;
  const [first, second] = mendCommands('retry', plan, 't').split('\n\n');
  expect(first).toContain('--remove-from-version-id v2');
  expect(second).toContain('rotate-secret');
  expect(mendCommands('unstick', plan, 't')).toBe(first);
});
