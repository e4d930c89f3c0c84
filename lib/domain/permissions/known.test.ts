import { expect, test } from 'vitest';
import { type Answered, knownOf, type Simulated, type State, stateOfRight } from './known.ts';
import type { Right } from './need.ts';

const ACTION = 'secretsmanager:GetSecretValue';
const yes: Answered = {
  ...{ action: ACTION, region: 'us-east-1', allowedAt: '2026-11-26T03:12:00.000Z', refusals: [] },
};
const no: Answered = {
  ...{ action: ACTION, region: 'eu-west-1' },
  refusals: [{ at: '2026-11-26T03:13:00.000Z', detail: 'no' }],
};
const simulated = (decision: Simulated['decision']): Simulated => ({
  ...{ action: ACTION, region: 'us-east-1', resource: '*', decision, policies: [], unknownKeys: [] },
});

test.each<[State, Answered[], Simulated[], string]>([
  ['unknown', [], [], 'not-tried'],
  ['allowed', [yes], [], 'answered'],
  ['refused', [no], [], 'answered'],
  ['partly', [yes, no], [], 'answered'],
  ['partly', [{ ...no, allowedAt: '2026-11-26T03:14:00.000Z' }], [], 'answered'],
  ['allowed', [], [simulated('allowed')], 'simulated'],
  ['refused', [], [simulated('denied')], 'simulated'],
  ['refused', [], [simulated('not-allowed')], 'simulated'],
  ['partly', [], [simulated('allowed'), simulated('not-allowed')], 'simulated'],
  ['refused', [no], [simulated('allowed')], 'answered'],
])('%s, of %j and %j', (state, answered, said, how) => {
  const other: Answered = { ...yes, action: 'secretsmanager:ListSecrets' };
  expect(knownOf(ACTION, { answered: [...answered, other], simulated: said })).toMatchObject({ state, how });
});

const right = (...needs: Right['needs']): Right => ({ id: 'x', kind: 'act', name: 'X', needs });
const needed = (action: string) => ({ action, on: 'secret' as const });
const helpful = (action: string) => ({ ...needed(action), without: 'Something is missing' });

test.each<[State, Right, Record<string, State>]>([
  ['allowed', right(needed('a'), helpful('b')), { a: 'allowed', b: 'refused' }],
  ['refused', right(needed('a'), needed('b')), { a: 'allowed', b: 'refused' }],
  ['unknown', right(needed('a'), needed('b')), { a: 'allowed', b: 'unknown' }],
  ['partly', right(helpful('a'), helpful('b')), { a: 'allowed', b: 'refused' }],
  ['refused', right(helpful('a'), helpful('b')), { a: 'refused', b: 'refused' }],
  ['allowed', right(helpful('a'), helpful('b')), { a: 'allowed', b: 'unknown' }],
  ['unknown', right(helpful('a')), { a: 'unknown' }],
])('a right is %s, of what it takes', (state, of, states) => {
  expect(stateOfRight(of, (action) => states[action] ?? 'unknown')).toBe(state);
});
