import { expect, test } from 'vitest';
import type { Interval, Lane } from '@/lib/domain/timeline/timeline';
import { partsOf } from './lane-parts';

const bar = (from: number, to: number, versionId: string | null = 'v'): Interval => ({
  from,
  to,
  versionId,
  certainty: 'known',
});
const shape = (intervals: Interval[]) => {
  const lane = { label: 'known-good', intervals } as Lane;
  const { bars, blocks } = partsOf(lane, (at) => at, 100);
  return [
    bars.map(({ left, right }) => [left, right]),
    blocks.map(({ left, right, count }) => [left, right, count]),
  ];
};

// what stands on the lane in pixels, bars, blocks
test.each<[string, Interval[], number[][], number[][]]>([
  ['nothing', [], [], []],
  ['a bar', [bar(10, 30)], [[10, 30]], []],
  ['what is outside', [bar(-30, -10), bar(120, 130)], [], []],
  [
    'two slim ones',
    [bar(1, 2), bar(2, 3)],
    [
      [1, 2],
      [2, 3],
    ],
    [],
  ],
  ['three that touch', [bar(1, 2), bar(2, 3), bar(3, 4)], [], [[1, 4, 3]]],
  ['slim ones with gaps between', [bar(1, 2), bar(2, 3, null), bar(3, 4), bar(4, 5)], [], [[1, 5, 3]]],
  ['two groups', [bar(1, 2), bar(2, 3), bar(3, 4), bar(50, 51)], [[50, 51]], [[1, 4, 3]]],
  [
    'a wide one between',
    [bar(1, 2), bar(2, 22), bar(22, 23)],
    [
      [1, 2],
      [2, 22],
      [22, 23],
    ],
    [],
  ],
])('%s', (_what, intervals, bars, blocks) => {
  expect(shape(intervals)).toEqual([bars, blocks]);
});

test('two thousand bars become few shapes', () => {
  const all = Array.from({ length: 2_000 }, (_, at) => bar(at / 20, (at + 1) / 20));
  const [bars, blocks] = shape(all);
  expect(bars!.length + blocks!.length).toBe(1);
});
