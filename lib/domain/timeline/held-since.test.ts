import { expect, test } from 'vitest';
import { type HeldSince, heldSince } from './held-since.ts';
import type { Interval } from './timeline.ts';

const known = (versionId: string | null, from: number, to: number): Interval => ({
  ...{ versionId, from, to, certainty: 'known' },
});
const at = (intervals: readonly Interval[]) =>
  heldSince({ lanes: [{ label: 'AWSCURRENT', intervals }], from: 0, to: 9 }, 'AWSCURRENT');

test.each<[string, readonly Interval[], HeldSince | undefined]>([
  ['nothing is told', [], undefined],
  ['it is on no version', [known('a', 0, 5), known(null, 5, 9)], undefined],
  ['the end is not known', [known('a', 0, 5), { ...known('b', 5, 9), certainty: 'unknown' }], undefined],
  ['it moved once', [known('a', 0, 5), known('b', 5, 9)], { since: 5, sure: true }],
  [
    'a part of it is inferred',
    [known('a', 0, 3), { ...known('b', 3, 5), certainty: 'inferred' }, known('b', 5, 9)],
    { since: 3, sure: false },
  ],
  [
    'it was there before, and away',
    [known('b', 0, 3), known('a', 3, 5), known('b', 5, 9)],
    { since: 5, sure: true },
  ],
  [
    'before it nothing is known',
    [{ ...known('b', 0, 3), certainty: 'unknown' }, known('b', 3, 9)],
    undefined,
  ],
  [
    'before it nothing is known, and an event may have found it there',
    [
      { ...known('b', 0, 3), certainty: 'unknown' },
      { ...known('b', 3, 9), startedBy: 'event' },
    ],
    undefined,
  ],
  [
    'where it was before is likely only',
    [{ ...known('a', 0, 3), certainty: 'inferred' }, known('b', 3, 9)],
    { since: 3, sure: false },
  ],
])('since when a label is where it is: %s', (_, intervals, expected) => {
  expect(at(intervals)).toEqual(expected);
});
