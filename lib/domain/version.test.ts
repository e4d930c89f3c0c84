import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holderOf, holders, holdsValue, newestFirst, sortLabels } from './version.ts';

// labels as AWS lists them, as operators read them
test.each([
  [[], []],
  [
    ['AWSPREVIOUS', 'AWSCURRENT'],
    ['AWSCURRENT', 'AWSPREVIOUS'],
  ],
  [
    ['zulu', 'AWSPREVIOUS', 'alpha', 'AWSPENDING', 'AWSCURRENT'],
    ['AWSCURRENT', 'AWSPENDING', 'AWSPREVIOUS', 'alpha', 'zulu'],
  ],
  [
    ['awscurrent', 'AWSPREVIOUS'],
    ['AWSPREVIOUS', 'awscurrent'],
  ],
])('%j is read as %j', (labels, read) => {
  expect(sortLabels(labels)).toEqual(read);
});

test('sorting labels loses none and changes no list it is given', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (labels) => {
      const before = [...labels];
      expect(sortLabels(labels).sort()).toEqual([...before].sort());
      expect(labels).toEqual(before);
    }),
  );
});

test('versions come newest first, those without a known creation last and otherwise as they were', () => {
  const at = (id: string, created?: string) => ({ id, labels: [], ...(created ? { created } : {}) });
  const versions = [
    at('unknown-1'),
    at('old', '2026-01-01T00:00:00.000Z'),
    at('new', '2026-11-19T03:00:00.000Z'),
    at('unknown-2'),
    at('middle', '2026-11-19T02:59:59.999Z'),
  ];
  expect(newestFirst(versions).map(({ id }) => id)).toEqual([
    'new',
    'middle',
    'old',
    'unknown-1',
    'unknown-2',
  ]);
});

test("AWS's map of versions becomes a map of labels", () => {
  expect(holders({ a: ['AWSCURRENT', 'blue'], b: ['AWSPREVIOUS'], c: [] })).toEqual({
    AWSCURRENT: 'a',
    blue: 'a',
    AWSPREVIOUS: 'b',
  });
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  'a label called %s is on its version, and on none before it is put there',
  (label) => {
    expect(holders({ a: [label] })[label]).toBe('a');
    expect(holders({ a: ['AWSCURRENT'] })[label]).toBeUndefined();
    expect(JSON.stringify(holders({ a: [label] }))).toBe(`{"${label}":"a"}`);
  },
);

test('a label is found on its version, or on none', () => {
  const versions = [
    { id: 'a', labels: ['AWSCURRENT'] },
    { id: 'b', labels: [] },
  ];
  expect(holderOf(versions, 'AWSCURRENT')?.id).toBe('a');
  expect(holderOf(versions, 'AWSPREVIOUS')).toBeUndefined();
});

// labels, day of the last read, whether a value is proven
test.each([
  [['AWSCURRENT'], undefined, true],
  [['AWSPREVIOUS'], undefined, true],
  [['AWSPENDING'], undefined, false],
  [['AWSPENDING'], '2026-11-18', true],
  [[], undefined, false],
  [[], '2026-11-18', true],
  [['mine'], undefined, false],
])('labels %j, last read %s: holds a value is %s', (labels, lastAccessed, proven) => {
  expect(holdsValue({ id: 'a', labels, ...(lastAccessed ? { lastAccessed } : {}) })).toBe(proven);
});
