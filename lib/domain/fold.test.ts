import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFolding, foldKey, foldSecrets } from './fold.ts';
import type { SecretRow } from './secret.ts';

// Legend: rows are region, name, version of AWSCURRENT, primary region (absent: not replicated).
const arn = (region: string, name: string) =>
  `arn:aws:secretsmanager:${region}:441200879921:secret:${name}-AbCdEf`;
const row = (region: string, name: string, current = 'v1', primaryRegion?: string): SecretRow => ({
  arn: arn(region, name),
  name,
  region,
  tags: {},
  holders: { AWSCURRENT: current },
  rotation: { enabled: false },
  ...(primaryRegion ? { primaryRegion } : {}),
});
const shape = (rows: SecretRow[]) =>
  foldSecrets(rows).map(({ name, members }) => [
    name,
    ...members.map(({ region, state }) => `${region} ${state}`),
  ]);

const east = 'us-east-1';
const west = 'us-west-2';
const eu = 'eu-west-1';

// what it shows, rows, lines of the table
test.each<[string, SecretRow[], string[][]]>([
  ['nothing', [], []],
  ['one secret', [row(east, 'a')], [['a', `${east} primary`]]],
  [
    'a replica in sync',
    [row(east, 'a', 'v1', east), row(eu, 'a', 'v1', east)],
    [['a', `${east} primary`, `${eu} in-sync`]],
  ],
  [
    'a replica behind, arriving first',
    [row(eu, 'a', 'v1', east), row(east, 'a', 'v2', east)],
    [['a', `${east} primary`, `${eu} behind`]],
  ],
  [
    'the primary region not read yet',
    [row(eu, 'a', 'v1', east), row(west, 'a', 'v2', east)],
    [['a', `${east} unread`, `${eu} copied`, `${west} copied`]],
  ],
  [
    'replicas by region, behind the primary',
    [row(west, 'a', 'v1', eu), row(east, 'a', 'v1', eu), row(eu, 'a', 'v1', eu)],
    [['a', `${eu} primary`, `${east} in-sync`, `${west} in-sync`]],
  ],
  [
    'the same name in two regions without replication',
    [row(east, 'a'), row(eu, 'a')],
    [
      ['a', `${eu} primary`],
      ['a', `${east} primary`],
    ],
  ],
  [
    'a promoted replica stands alone',
    [row(east, 'a', 'v1', east), row(eu, 'a')],
    [
      ['a', `${eu} primary`],
      ['a', `${east} primary`],
    ],
  ],
  [
    'names in the order of their characters, upper case first',
    [row(east, 'b'), row(east, 'a/b'), row(east, 'B'), row(east, 'a')],
    [
      ['B', `${east} primary`],
      ['a', `${east} primary`],
      ['a/b', `${east} primary`],
      ['b', `${east} primary`],
    ],
  ],
])('folds %s', (_what, rows, lines) => {
  expect(shape(rows)).toEqual(lines);
});

test('the primary is shown, a replica only until the primary is read', () => {
  const replica = row(eu, 'a', 'v1', east);
  const primary = row(east, 'a', 'v2', east);
  expect(foldSecrets([replica])[0]).toMatchObject({ shown: replica, key: arn(east, 'a') });
  expect(foldSecrets([replica, primary])[0]).toMatchObject({ shown: primary, key: arn(east, 'a') });
});

test('an ARN of an unknown form is its own key', () => {
  expect(foldKey({ ...row(eu, 'a', 'v1', east), arn: 'arn:other' })).toBe('arn:other');
});

test('no row is lost, whatever arrives in which order', () => {
  const regions = [east, west, eu];
  const rows = fc.uniqueArray(
    fc.record({
      name: fc.constantFrom('a', 'b', 'a/b', 'toString', '__proto__'),
      region: fc.constantFrom(...regions),
      primary: fc.option(fc.constantFrom(...regions), { nil: undefined }),
      current: fc.constantFrom('v1', 'v2'),
    }),
    { selector: ({ name, region }) => `${region} ${name}` },
  );
  fc.assert(
    fc.property(rows, fc.infiniteStream(fc.nat()), (given, dice) => {
      const all = given.map(({ region, name, current, primary }) => row(region, name, current, primary));
      const folded = foldSecrets(all);
      const kept = folded.flatMap(({ members }) => members.flatMap((member) => member.row ?? []));
      expect(kept.map((each) => each.arn).sort()).toEqual(all.map((each) => each.arn).sort());
      expect(new Set(folded.map(({ key }) => key)).size).toBe(folded.length);
      for (const { members } of folded)
        expect(new Set(members.map(({ region }) => region)).size).toBe(members.length);
      const shuffled = all
        .map((each) => [dice.next().value, each] as const)
        .sort(([a], [b]) => a - b)
        .map(([, each]) => each);
      expect(shape(shuffled)).toEqual(shape(all));
    }),
    { numRuns: 500 },
  );
});

test('a replica that only the primary tells of is unread', () => {
  const replicas = [eu, west].map((region) => ({ region, status: 'InSync' as const }));
  const primary = { ...row(east, 'a', 'v1', east), replicas };
  expect(shape([primary, row(west, 'a', 'v1', east)])).toEqual([
    ['a', `${east} primary`, `${eu} unread`, `${west} in-sync`],
  ]);
});

test('pages that come, change and go fold to what all of them fold to at once', () => {
  const regions = [east, west, eu];
  const some = fc.array(
    fc.record({
      name: fc.constantFrom('a', 'b', 'a/b', 'c', '__proto__'),
      region: fc.constantFrom(...regions),
      primary: fc.option(fc.constantFrom(...regions), { nil: undefined }),
      current: fc.constantFrom('v1', 'v2'),
    }),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(
      fc.array(some, { maxLength: 6 }),
      fc.array(fc.subarray([0, 1, 2, 3, 4, 5])),
      (given, steps) => {
        const pages = given.map((page) =>
          page.map(({ region, name, current, primary }) => row(region, name, current, primary)),
        );
        const fold = createFolding();
        for (const step of steps) {
          const now = step.flatMap((at) => (pages[at] ? [pages[at]] : []));
          const folded = fold(now);
          const whole = foldSecrets(now.flat());
          expect(folded.map(({ key }) => key)).toEqual(whole.map(({ key }) => key));
          expect(folded.map(({ members }) => members.length)).toEqual(
            whole.map(({ members }) => members.length),
          );
          expect(fold(now)).toBe(folded);
        }
      },
    ),
  );
});

test('a page more leaves the secrets it does not touch as they were', () => {
  const fold = createFolding();
  const first = [row(east, 'a'), row(east, 'c', 'v1', east)];
  const [a, c] = fold([first]);
  const [stays, added, grown] = fold([first, [row(west, 'b'), row(west, 'c', 'v1', east)]]);
  expect(stays).toBe(a);
  expect(added?.name).toBe('b');
  expect(grown).not.toBe(c);
  expect(grown?.members).toHaveLength(2);
});
