import { expect, test } from 'vitest';
import { problemOf } from '@/lib/contract/problem';
import type { InventoryState, RegionProgress } from '../inventory-state';
import { accountSides, bySide, scopesOf, sideOf, sidesKey, sideTrouble } from './account-sides';
import { createReader } from './reader';

const region = (name: string, state: RegionProgress['state']): RegionProgress => ({
  ...{ region: name, state, pages: [] },
});
const one = '111122223333';
const two = '444455556666';
const places = [
  { scope: `${one}.riley`, account: one },
  { scope: `${two}.viewer`, account: two },
];
const arn = (account: string, where = 'us-east-1') =>
  `arn:aws:secretsmanager:${where}:${account}:secret:prod/db-a1b2c3`;

function sidesOf(closedAtTwo: readonly string[], regions: readonly RegionProgress[]) {
  const readers = places.map(({ scope }) => createReader(scope));
  const closed = readers[1]!.closed as Map<string, unknown>;
  for (const name of closedAtTwo) closed.set(name, { since: 1 });
  const state: InventoryState = { fleet: true, ended: true, regions };
  return accountSides(places, readers, state);
}

const all = [
  region('1111-2222-3333 us-east-1', 'done'),
  region('1111-2222-3333 eu-west-1', 'reading'),
  region('4444-5555-6666 us-east-1', 'failed'),
  // An account that could not be asked is told by its number: no region of it is known.
  region('4444-5555-6666', 'failed'),
];

test('a region that is out in one account is closed there alone, whether the listing or a reading found it so', () => {
  const [here, there] = sidesOf(['eu-west-1'], all);
  expect(here).toMatchObject({
    scope: places[0]!.scope,
    regions: ['us-east-1', 'eu-west-1'],
    listing: new Set(['eu-west-1']),
    closed: new Set(),
  });
  expect(there).toMatchObject({ regions: ['us-east-1'], closed: new Set(['eu-west-1', 'us-east-1']) });
});

test('of one account regions have their plain names', () => {
  const reader = createReader(places[0]!.scope);
  const state = { ended: true, regions: [region('us-east-1', 'failed'), region('eu-west-1', 'done')] };
  expect(accountSides(places.slice(0, 1), [reader], state)).toMatchObject([
    { regions: ['us-east-1', 'eu-west-1'], closed: new Set(['us-east-1']) },
  ]);
});

test('rows are judged anew only where something about an account is another', () => {
  const before = sidesKey(sidesOf([], all));
  expect(sidesKey(sidesOf([], all))).toBe(before);
  expect(sidesKey(sidesOf(['eu-west-1'], all))).not.toBe(before);
});

test('each secret is read, and changed, as whoever reads its account', () => {
  const sides = sidesOf([], all);
  expect(sideOf(sides, arn(two)).scope).toBe(places[1]!.scope);
  expect(bySide(sides, [arn(two), arn(one), arn(two, 'eu-west-1')]).map(([, own]) => own)).toEqual([
    [arn(one)],
    [arn(two), arn(two, 'eu-west-1')],
  ]);
  expect(scopesOf(sides, [arn(two), arn(two)])).toEqual([places[1]!.scope]);
  expect(scopesOf(sides.slice(0, 1), [arn(one)])).toEqual([places[0]!.scope]);
});

const denied = problemOf('access-denied');
const refused = (name: string): RegionProgress => ({ ...region(name, 'failed'), problem: denied });

test.each<[string, RegionProgress[], unknown]>([
  ['it was not asked yet', [], undefined],
  [
    'one of its regions answers',
    [refused('4444-5555-6666 us-east-1'), region('4444-5555-6666 eu-west-1', 'done')],
    undefined,
  ],
  [
    'none of its regions does',
    [refused('4444-5555-6666 us-east-1'), refused('4444-5555-6666 eu-west-1')],
    denied,
  ],
  ['it could not be asked', [refused('4444-5555-6666')], denied],
  ['another one could not be asked', [refused('1111-2222-3333')], undefined],
])('an account is in trouble as a whole where %s', (_where, regions, trouble) => {
  const [, there] = sidesOf([], regions);
  expect(sideTrouble(there!, { fleet: true, ended: true, regions })).toBe(trouble);
});
