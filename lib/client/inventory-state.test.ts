import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { InventoryLine } from '@/lib/contract/answers';
import { problemOf } from '@/lib/contract/problem';
import type { SecretRow } from '@/lib/domain/secret';
import { type InventoryState, nothingRead, readingAgain, reduceInventory } from './inventory-state';

// Legend: two regions, `e` and `w`; a page is written with the names on it.
const rows = (region: string, names: string[]): SecretRow[] =>
  names.map((name) => ({
    arn: `${region}/${name}`,
    name,
    region,
    tags: {},
    holders: {},
    rotation: { enabled: false },
  }));
const at = '2026-11-19T03:42:14.000Z';
const problem = problemOf('throttled', { region: 'w' });
const regions: InventoryLine = { kind: 'regions', regions: ['e', 'w'], source: 'account', at };
const page = (region: string, number: number, ...names: string[]): InventoryLine => ({
  kind: 'page',
  region,
  page: number,
  rows: rows(region, names),
  at,
});
const done = (region: string): InventoryLine => ({ kind: 'region-done', region, pages: 1, at });
const failed = (region: string): InventoryLine => ({ kind: 'region-failed', region, problem });
const end: InventoryLine = { kind: 'end' };

const read = (lines: readonly InventoryLine[], from: InventoryState = nothingRead) =>
  lines.reduce(reduceInventory, from);
const shape = (state: InventoryState) =>
  state.regions.map(
    (known) =>
      `${known.region} ${known.state} ${known.pages
        .flat()
        .map(({ name }) => name)
        .join()}`,
  );

// what it shows, lines, regions
test.each<[string, InventoryLine[], string[]]>([
  ['nothing', [], []],
  ['regions before their first page', [regions], ['e reading ', 'w reading ']],
  ['a page', [regions, page('e', 1, 'a')], ['e reading a', 'w reading ']],
  [
    'an empty page with a successor',
    [regions, page('e', 1), page('e', 2, 'a')],
    ['e reading a', 'w reading '],
  ],
  [
    'interleaved pages',
    [regions, page('e', 1, 'a'), page('w', 1, 'x'), page('e', 2, 'b'), done('e'), done('w')],
    ['e done a,b', 'w done x'],
  ],
  [
    'what a region listed before it failed',
    [regions, page('w', 1, 'x'), failed('w'), done('e')],
    ['e done ', 'w failed x'],
  ],
  ['no region that was not announced', [regions, page('z', 1, 'a'), done('z')], ['e reading ', 'w reading ']],
])('the inventory shows %s', (_what, lines, shown) => {
  expect(shape(read(lines))).toEqual(shown);
});

test('only the last line ends the reading', () => {
  expect(read([regions, page('e', 1, 'a'), done('e'), failed('w')]).ended).toBe(false);
  expect(read([regions, done('e'), failed('w'), end]).ended).toBe(true);
});

test('why the account could not say its regions is kept', () => {
  const refused = problemOf('access-denied', { action: 'account:ListRegions' });
  const state = read([{ kind: 'regions', regions: ['e'], source: 'fallback', problem: refused }]);
  expect(state).toMatchObject({ source: 'fallback', sourceProblem: refused });
  expect(read([regions]).sourceProblem).toBeUndefined();
});

test('a region read again keeps its rows until the first new page, and loses its problem', () => {
  const before = read([regions, page('e', 1, 'a'), done('e'), page('w', 1, 'x', 'y'), failed('w'), end]);
  const again = readingAgain(before, ['w']);
  expect(shape(again)).toEqual(['e done a', 'w reading x,y']);
  expect(again.regions[1]).not.toHaveProperty('problem');
  expect(again.regions[1]?.at).toBe(at);
  expect(shape(read([page('w', 1, 'x')], again))).toEqual(['e done a', 'w reading x']);
  expect(shape(read([page('w', 1, 'x'), page('w', 2, 'z'), done('w')], again))).toEqual([
    'e done a',
    'w done x,z',
  ]);
});

test('a state already on screen is never changed', () => {
  const lines: InventoryLine[] = [
    regions,
    page('e', 1, 'a'),
    page('w', 1, 'x'),
    page('e', 2, 'b'),
    failed('w'),
  ];
  const states = lines.map((_, count) => read(lines.slice(0, count + 1)));
  const before = states.map((state) => JSON.stringify(state));
  for (const state of states) read([...lines, end], state);
  expect(states.map((state) => JSON.stringify(state))).toEqual(before);
});

test('however the regions interleave, each ends with its own pages in its own order', () => {
  const streams = fc.tuple(
    fc.array(fc.array(fc.string({ maxLength: 3 }), { maxLength: 3 }), { maxLength: 4 }),
    fc.array(fc.array(fc.string({ maxLength: 3 }), { maxLength: 3 }), { maxLength: 4 }),
  );
  fc.assert(
    fc.property(streams, fc.infiniteStream(fc.boolean()), ([east, west], dice) => {
      const lines = (region: string, pages: string[][]) => [
        ...pages.map((names, index) => page(region, index + 1, ...names)),
        done(region),
      ];
      const [e, w] = [lines('e', east), lines('w', west)];
      const mixed: InventoryLine[] = [regions];
      while (e.length + w.length > 0) {
        const from = e.length > 0 && (w.length === 0 || dice.next().value) ? e : w;
        mixed.push(from.shift()!);
      }
      const state = read([...mixed, end]);
      expect(state.regions.map((known) => known.pages.flat().map(({ name }) => name))).toEqual([
        east.flat(),
        west.flat(),
      ]);
      expect(state.regions.every((known) => known.state === 'done')).toBe(true);
    }),
  );
});
