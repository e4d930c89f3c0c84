import { expect, test } from 'vitest';
import { joinedSpans, spanOf } from './log-spans.ts';

test('a run can have begun its timeout before AWS told of its failure, fifteen minutes at most', () => {
  expect(spanOf(1_000_000, 30)).toEqual({ from: 960_000, to: 1_010_000 });
  expect(spanOf(1_000_000, undefined).from).toBe(1_000_000 - 910_000);
});

test('spans that overlap or nearly do are read at once, others are not', () => {
  const minute = 60_000;
  expect(
    joinedSpans([
      { from: 100 * minute, to: 101 * minute },
      { from: 0, to: 2 * minute },
      { from: minute, to: 3 * minute },
      { from: 7 * minute, to: 8 * minute },
    ]),
  ).toEqual([
    { from: 0, to: 8 * minute },
    { from: 100 * minute, to: 101 * minute },
  ]);
});
