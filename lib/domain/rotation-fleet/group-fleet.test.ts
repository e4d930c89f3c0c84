import { expect, test } from 'vitest';
import type { FoldedSecret } from '../fold.ts';
import type { RotationAttempt } from '../rotation/attempt.ts';
import type { RotationEvent } from '../rotation/rotation-event.ts';
import type { Step } from '../triage/cause.ts';
import type { FleetSecret, FleetState, FoundCause } from './fleet-secret.ts';
import { findGroup, groupFleet } from './group-fleet.ts';
import { resolvedFailures } from './resolved-failures.ts';

const lambda = (name: string, region = 'us-east-1') =>
  `arn:aws:lambda:${region}:441200879921:function:${name}`;
const failed = (step: Step, functionName: string, at: string): RotationAttempt => ({
  ...{ arn: 'a', version: 'v2', test: false, began: at, last: at, outcome: 'failed' },
  failures: [{ at, step, functionArn: lambda(functionName) }],
});
const one = (
  key: string,
  kind: FleetState['kind'],
  attempts: readonly RotationAttempt[] = [],
  functionName = 'rotate-db',
): FleetSecret => ({
  secret: {
    ...{ key, name: key, primaryRegion: 'us-east-1', members: [] },
    shown: {
      arn: key,
      name: key,
      region: 'us-east-1',
      tags: {},
      holders: {},
      rotation: { enabled: true, functionArn: lambda(functionName) },
    },
  } satisfies FoldedSecret,
  state: { kind, evidence: `${kind}.`, ...(attempts[0] ? { since: attempts[0].last } : {}) },
  attempts,
});
const fleet = [
  one('a', 'gave-up', [failed('setSecret', 'rotate-db', '2026-11-25T02:00:00.000Z')]),
  one('b', 'will-retry', [failed('setSecret', 'rotate-db', '2026-11-25T03:00:00.000Z')]),
  one('c', 'gave-up', [failed('createSecret', 'rotate-db', '2026-11-25T01:00:00.000Z')]),
  one('d', 'gave-up', [failed('createSecret', 'rotate-api', '2026-11-24T01:00:00.000Z')], 'rotate-api'),
  one('e', 'succeeded'),
  one('f', 'off'),
];
const told = (groups: ReturnType<typeof groupFleet>) =>
  groups.map(({ tab, secrets, step, cause }) => [
    tab,
    secrets.map(({ secret }) => secret.key).join(''),
    step,
    cause,
  ]);

test('before there is evidence, function and step make a group; most secrets first, then the oldest', () => {
  const groups = groupFleet(fleet);
  expect(told(groups)).toEqual([
    ['open', 'ab', 'setSecret', undefined],
    ['open', 'd', 'createSecret', undefined],
    ['open', 'c', 'createSecret', undefined],
    ['healthy', 'e', undefined, undefined],
  ]);
  expect(groups[0]).toMatchObject({
    ...{ failures: 2, functions: ['rotate-db'], regions: ['us-east-1'] },
    first: '2026-11-25T02:00:00.000Z',
    last: '2026-11-25T03:00:00.000Z',
  });
});

test('evidence divides a group by cause, and an address from before still finds the larger part', () => {
  const cause = (name: FoundCause['cause']): FoundCause => ({
    cause: name,
    step: 'setSecret',
    certainty: 'certain',
  });
  const before = groupFleet(fleet)[0]!;
  const after = groupFleet(
    fleet,
    new Map([
      ['a', cause('tls-failed')],
      ['b', cause('database-unreachable')],
    ]),
  );
  expect(told(after).filter(([, , , found]) => found)).toEqual([
    ['open', 'a', 'setSecret', 'tls-failed'],
    ['open', 'b', 'setSecret', 'database-unreachable'],
  ]);
  expect(findGroup(after, before.id)?.cause).toBe('tls-failed');
  expect(findGroup(groupFleet(fleet), after[0]!.id)?.bases).toEqual(after[0]!.bases);
  expect(findGroup(after, null)).toBeUndefined();
});

const under = (secret: FleetSecret, kmsKeyId: string): FleetSecret => ({
  ...secret,
  secret: { ...secret.secret, shown: { ...secret.secret.shown, kmsKeyId } },
});
const [a, b, , d] = fleet as [FleetSecret, FleetSecret, FleetSecret, FleetSecret];
const KEY = 'arn:aws:kms:us-east-1:441200879921:key/77';
const denied = (cause: FoundCause['cause'], more: Partial<FoundCause> = {}): FoundCause => ({
  ...{ cause, step: 'createSecret', certainty: 'certain', ...more },
});

// what, secrets, what was found of them in turn, the groups as their secrets, and what each shares
test.each<[string, FleetSecret[], FoundCause[], [string, string | undefined][]]>([
  [
    'two functions under one key',
    [under(a, KEY), under(d, KEY)],
    [denied('kms-key-unavailable'), denied('kms-key-unavailable')],
    [['ad', 'key 77']],
  ],
  [
    'one function under two keys',
    [under(a, KEY), under(b, 'alias/pay')],
    [denied('kms-permission-denied'), denied('kms-permission-denied')],
    [
      ['a', 'key 77'],
      ['b', 'key alias/pay'],
    ],
  ],
  [
    'two functions with one role',
    [a, d],
    [
      denied('secrets-permission-denied', { role: 'arn:aws:iam::1:role/r/rotate' }),
      denied('secrets-permission-denied', { role: 'arn:aws:iam::1:role/r/rotate' }),
    ],
    [['ad', 'role rotate']],
  ],
  [
    'two functions with a role each',
    [a, d],
    [
      denied('secrets-permission-denied', { role: 'arn:aws:iam::1:role/x' }),
      denied('secrets-permission-denied', { role: 'arn:aws:iam::1:role/y' }),
    ],
    [
      ['d', 'role y'],
      ['a', 'role x'],
    ],
  ],
  [
    'two functions in the same subnets, in whatever order they are told',
    [a, d],
    [
      denied('secrets-endpoint-unreachable', { subnets: ['subnet-2', 'subnet-1'] }),
      denied('secrets-endpoint-unreachable', { subnets: ['subnet-1', 'subnet-2'] }),
    ],
    [['ad', 'subnets subnet-1, subnet-2']],
  ],
  [
    'one function in two regions, with subnets of its own in each',
    [a, b],
    [
      denied('secrets-endpoint-unreachable', { subnets: ['subnet-1'] }),
      denied('secrets-endpoint-unreachable', { subnets: ['subnet-9'] }),
    ],
    [['ab', undefined]],
  ],
  [
    'a database has no subnet in common with another',
    [a, d],
    [
      denied('database-unreachable', { subnets: ['subnet-1'] }),
      denied('database-unreachable', { subnets: ['subnet-1'] }),
    ],
    [
      ['d', undefined],
      ['a', undefined],
    ],
  ],
  [
    'nothing of it was read',
    [a, d],
    [denied('kms-key-unavailable'), denied('secrets-permission-denied')],
    [
      ['d', undefined],
      ['a', undefined],
    ],
  ],
])('what is behind a cause makes a group: %s', (_, secrets, found, expected) => {
  const causes = new Map(secrets.map((one, at) => [one.secret.key, found[at]!]));
  const groups = groupFleet(secrets, causes);
  expect(
    groups.map(({ secrets: some, shared }) => [
      some.map(({ secret }) => secret.key).join(''),
      shared && `${shared.kind} ${shared.name}`,
    ]),
  ).toEqual(expected);
  // An address from before there was evidence finds where each secret is now.
  for (const one of secrets)
    expect(findGroup(groups, groupFleet([one])[0]!.id)?.functions).toContain(
      one.attempts[0]?.failures[0]?.functionArn?.split(':')[6],
    );
});

test('what failed and then succeeded is resolved, for seven days, with whoever asked for it last', () => {
  const success: RotationAttempt = {
    ...{
      arn: 'a',
      version: 'v3',
      test: false,
      last: '2026-11-25T04:00:00.000Z',
      outcome: 'succeeded',
      failures: [],
    },
  };
  const mended = one('a', 'succeeded', [success, ...fleet[0]!.attempts]);
  const asked: RotationEvent = {
    ...{ id: 'x', at: '2026-11-25T03:59:00.000Z', arn: 'a', step: 'asked' },
    by: { kind: 'person', name: 'sam' },
  };
  const now = Date.parse('2026-11-25T12:00:00.000Z');
  expect(resolvedFailures([mended, ...fleet.slice(1)], new Map([['a', asked]]), now)).toEqual([
    {
      id: 'rotate-db|setSecret',
      functionName: 'rotate-db',
      step: 'setSecret',
      secrets: 1,
      at: success.last,
      askedBy: 'sam',
    },
  ]);
  expect(resolvedFailures([mended], new Map(), now + 8 * 86_400_000)).toEqual([]);
  expect(resolvedFailures([one('a', 'succeeded', [success])], new Map(), now)).toEqual([]);
});
