import { expect, test } from 'vitest';
import type { EventEffect, SecretEvent } from '../timeline/secret-event.ts';
import { attemptsIn, failingSince } from './attempts.ts';

type Step = Extract<EventEffect, { kind: 'replication' }>['step'];
const event = (
  [name, step, at]: [name: string, step: Step, at: string],
  regions: readonly string[] | undefined,
  more: Partial<SecretEvent> = {},
): SecretEvent => ({
  ...{ id: `${name} ${at}`, name, at: `2026-11-25T${at}:00.000Z` },
  ...{ actor: { kind: 'person', name: 'riley' }, tool: { kind: 'cli', name: 'AWS CLI' } },
  effect: { kind: 'replication', step, ...(regions ? { regions } : {}) },
  ...more,
});
const HERE = ['eu-west-1'];
const message = 'Replication failed';
const history = [
  event(['ReplicateSecretToRegions', 'changed', '01:11'], ['us-west-2', 'eu-west-1']),
  event(['ReplicationFailed', 'failed', '02:11'], HERE, { error: { code: '', message } }),
  event(['ReplicationFailed', 'failed', '01:12'], HERE, { error: { code: '', message } }),
  event(['ReplicationStarted', 'started', '01:11'], HERE),
  event(['ReplicationSucceeded', 'succeeded', '01:12'], ['us-west-2']),
  event(['RotateSecret', 'changed', '01:00'], HERE, { effect: { kind: 'rotation', step: 'asked' } }),
];

test('the attempts of a region are told newest first, with who asked and what AWS said', () => {
  expect(
    attemptsIn(history, 'eu-west-1').map(({ at, what, by, message }) => [
      at.slice(11, 16),
      what,
      by ?? message,
    ]),
  ).toEqual([
    ['02:11', 'failed', message],
    ['01:12', 'failed', message],
    ['01:11', 'started', undefined],
    ['01:11', 'asked', 'riley'],
  ]);
});

test('a call that AWS refused came to nothing, and a removal is one', () => {
  const denied = { code: 'AccessDenied', message: 'not authorized' };
  const told = attemptsIn(
    [
      event(['ReplicateSecretToRegions', 'changed', '01:00'], HERE, { error: denied }),
      event(['RemoveRegionsFromReplication', 'changed', '02:00'], HERE),
      event(['StopReplicationToReplica', 'changed', '03:00'], undefined),
    ],
    'eu-west-1',
  );
  expect(told.map(({ what }) => what)).toEqual(['promoted', 'removed', 'refused']);
});

test('what does not say its region is told so, and proves nothing about it', () => {
  const [untold] = attemptsIn([event(['ReplicationFailed', 'failed', '01:00'], undefined)], 'eu-west-1');
  expect(untold).toMatchObject({ what: 'failed', untold: true });
  expect(failingSince([untold!])).toBeUndefined();
});

test('failing since the first failure after the last success', () => {
  const at = (of: readonly SecretEvent[]) => failingSince(attemptsIn(of, 'eu-west-1'))?.slice(11, 16);
  expect(at(history)).toBe('01:12');
  const between = event(['ReplicationSucceeded', 'succeeded', '01:30'], HERE);
  expect(at([...history, between])).toBe('02:11');
  expect(at([between])).toBeUndefined();
});
