import { expect, test } from 'vitest';
import {
  type InventoryState,
  nothingRead,
  readingAgain,
  readingStopped,
  reduceInventory,
} from '@/lib/client/inventory-state';
import type { InventoryLine } from '@/lib/contract/answers';
import { foldSecrets } from '@/lib/domain/fold';
import type { SecretRow } from '@/lib/domain/secret';
import { heldBack, holdOf, isRenewed } from './hold.ts';

// Legend: regions `e` and `w`; a page is written with the names on it.
const at = '2026-11-19T03:42:14.000Z';
const row = (region: string, name: string, changed = at): SecretRow => ({
  arn: `${region}/${name}`,
  name,
  region,
  tags: {},
  holders: {},
  rotation: { enabled: false },
  changed,
});
const regions: InventoryLine = { kind: 'regions', regions: ['e', 'w'], source: 'account', at };
const page = (region: string, ...names: string[]): InventoryLine => ({
  kind: 'page',
  region,
  page: 1,
  rows: names.map((name) => row(region, name)),
  at,
});
const done = (region: string): InventoryLine => ({ kind: 'region-done', region, pages: 1, at });
const read = (lines: readonly InventoryLine[], from: InventoryState = nothingRead) =>
  lines.reduce(reduceInventory, from);
const half = read([regions, page('e', 'a', 'c'), done('e'), page('w', 'b')]);
const both = read([done('w')], half);

// what happens, the state before, the state after, whether something is to be held
test.each<[string, InventoryState, InventoryState, boolean]>([
  ['the first page', read([regions]), half, false],
  ['the last region', half, both, false],
  ['a reading again that has brought nothing', both, readingAgain(both), false],
  ['a reading again under way', both, read([page('e', 'x')], readingAgain(both)), false],
  ['a reading again that is complete', both, read([page('e', 'x'), done('e')], readingAgain(both)), true],
  ['a reading again that was stopped', both, readingStopped(readingAgain(both)), false],
  [
    'a region never read to its end',
    half,
    read([page('w', 'x'), done('w')], readingAgain(half, ['w'])),
    false,
  ],
  ['a region that is not asked any more', both, read([{ ...regions, regions: ['e'] }], both), true],
])('rows are held when what was complete is renewed: %s', (_what, before, after, held) => {
  expect(isRenewed(before, after)).toBe(held);
});

const fold = (...rows: SecretRow[]) => foldSecrets(rows);
const names = (secrets: readonly { readonly name: string }[]) => secrets.map(({ name }) => name).join(' ');
const shown = fold(row('e', 'a'), row('e', 'c'));

// what the later reading lists, what stays on screen, how many came and went
test.each<[string, SecretRow[], string, number, number]>([
  ['the same', [row('e', 'a'), row('e', 'c')], 'a c', 0, 0],
  ['one more', [row('e', 'a'), row('e', 'b'), row('e', 'c')], 'a c', 1, 0],
  ['one less', [row('e', 'c')], 'a c', 0, 1],
  ['others', [row('e', 'b'), row('e', 'd')], 'a c', 2, 2],
  ['more in a region that was not read before', [row('e', 'a'), row('w', 'b'), row('e', 'c')], 'a b c', 0, 0],
])('of %s the rows stay in their place', (_what, rows, stay, fresh, gone) => {
  const held = heldBack(fold(...rows), holdOf(shown, half));
  expect(names(held.secrets)).toBe(stay);
  expect([held.fresh, held.gone]).toEqual([fresh, gone]);
});

test('a row that stays shows what changed in it at once', () => {
  const later = '2026-11-19T04:00:00.000Z';
  const held = heldBack(fold(row('e', 'a', later), row('e', 'b'), row('e', 'c')), holdOf(shown, both));
  expect(held.secrets.map(({ shown: seen }) => seen.changed)).toEqual([later, at]);
});
