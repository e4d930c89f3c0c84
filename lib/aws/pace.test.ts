import { beforeEach, expect, test } from 'vitest';
import { createPace, type Pace, turn } from './pace';

let now: number;
let pace: Pace;
beforeEach(() => {
  now = 50_000;
  pace = createPace(() => now);
});
const delays = (count: number, line = 'one') => Array.from({ length: count }, () => pace.delay(line, 4));

test('a second of calls goes at once, the rest one after the other', () => {
  expect(delays(7)).toEqual([0, 0, 0, 0, 0, 250, 500]);
});

test('a line that is kept to its pace never waits', () => {
  for (let call = 0; call < 40; call++) {
    expect(delays(1)).toEqual([0]);
    now += 250;
  }
});

test('an idle hour earns a second of calls, no more', () => {
  delays(7);
  now += 3_600_000;
  expect(delays(6)).toEqual([0, 0, 0, 0, 0, 250]);
});

test('lines do not wait for each other', () => {
  delays(9);
  expect(delays(1, 'other')).toEqual([0]);
});

test('whoever leaves does not wait for a turn', async () => {
  const gone = AbortSignal.abort();
  await turn('left', 1, gone);
  await turn('left', 1, gone);
  await expect(turn('left', 1, gone)).rejects.toThrow(/aborted/);
});
