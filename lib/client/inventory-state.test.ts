import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { InventoryLine } from '@/lib/contract/answers';
import { problemOf } from '@/lib/contract/problem';
import type { SecretRow } from '@/lib/domain/secret';
import {
  type InventoryState,
  isComplete,
  nothingRead,
  readingAgain,
  readingStopped,
  reduceInventory,
  shownPages,
} from './inventory-state';

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
// What is on screen of each region.
const shape = (state: InventoryState) =>
  state.regions.map((known) => {
    const names = shownPages(known)
      .pages.flat()
      .map(({ name }) => name);
    return `${known.region} ${known.state} ${names.join()}`;
  });

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

const later = '2026-11-19T03:50:00.000Z';
const first = [regions, page('e', 1, 'a'), done('e'), page('w', 1, 'x', 'y'), done('w'), end];

test('a region read again keeps its rows until that is complete, and their time', () => {
  const again = readingAgain(read(first), ['w']);
  expect(shape(again)).toEqual(['e done a', 'w reading x,y']);
  const lines: InventoryLine[] = [page('w', 1, 'x'), page('w', 2, 'z')];
  expect(shape(read(lines, again))).toEqual(['e done a', 'w reading x,y']);
  expect(read(lines, again).regions[1]?.pages).toHaveLength(2);
  expect(
    shownPages(read([{ ...page('w', 1, 'x'), at: later }] as InventoryLine[], again).regions[1]!).at,
  ).toBe(at);
  const over = read([...lines, { kind: 'region-done', region: 'w', pages: 2, at: later }], again);
  expect(shape(over)).toEqual(['e done a', 'w done x,z']);
  expect(shownPages(over.regions[1]!).at).toBe(later);
});

test('everything read again keeps all rows, of the regions there still are', () => {
  const lines: InventoryLine[] = [{ ...regions, regions: ['w', 'n'] } as InventoryLine, page('n', 1, 'q')];
  const again = read(lines, read(first));
  expect(shape(again)).toEqual(['w reading x,y', 'n reading q']);
  expect(again.regions.map(isComplete)).toEqual([true, false]);
});

// what happens to a region that is read again; what was there, what arrived, what is on screen, whether it is complete
test.each<[string, InventoryLine[], InventoryLine[], string, boolean]>([
  ['of a complete one a part', [page('w', 1, 'x', 'y'), done('w')], [page('w', 1, 'z')], 'x,y', true],
  ['of a complete one more', [page('w', 1, 'x'), done('w')], [page('w', 1, 'y', 'z')], 'x', true],
  ['of a part less', [page('w', 1, 'x', 'y'), failed('w')], [page('w', 1, 'z')], 'x,y', false],
  ['of a part more', [page('w', 1, 'x'), failed('w')], [page('w', 1, 'y', 'z')], 'y,z', false],
  ['of an empty one nothing', [page('w', 1), done('w')], [], '', true],
  ['of nothing nothing', [failed('w')], [], '', false],
])('a reading that ends early keeps what is worth more: %s', (_what, before, arrived, shown, complete) => {
  const again = read(arrived, readingAgain(read([regions, ...before]), ['w']));
  for (const [state, ended] of [
    ['failed', read([failed('w')], again)],
    ['stopped', readingStopped(again, ['w'])],
  ] as const) {
    expect(shape(ended)[1]).toBe(`w ${state} ${shown}`);
    expect(isComplete(ended.regions[1]!)).toBe(complete);
  }
});

test('a failure is forgotten when its region is read again', () => {
  const again = readingAgain(read([regions, page('w', 1, 'x'), failed('w')]), ['w']);
  expect(again.regions[1]).not.toHaveProperty('problem');
});

test('stopping ends what is being read, and nothing else', () => {
  const state = readingStopped(read([regions, page('e', 1, 'a'), done('e'), page('w', 1, 'x')]));
  expect(shape(state)).toEqual(['e done a', 'w stopped x']);
  expect(state.ended).toBe(true);
});

test('rows that are read again unchanged are the same rows, a page of them the same page', () => {
  const before = read(first);
  const lines = [page('w', 1, 'x', 'y'), done('w')];
  expect(read(lines, readingAgain(before, ['w'])).regions[1]?.pages[0]).toBe(before.regions[1]?.pages[0]);
  const [changed] = read([page('w', 1, 'x', 'z'), done('w')], readingAgain(before, ['w'])).regions[1]!.pages;
  expect(changed?.[0]).toBe(before.regions[1]?.pages[0]?.[0]);
  expect(changed?.map(({ name }) => name)).toEqual(['x', 'z']);
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
