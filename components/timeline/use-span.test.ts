import { expect, test } from 'vitest';
import { fitting, held, untilNow } from './use-span';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-11-19T03:42:00Z');

// how long ago things changed, the length shown
test.each([
  [[], 90 * DAY],
  [[HOUR], DAY],
  [[HOUR, 2 * HOUR, 3 * HOUR, 4 * HOUR, 80 * DAY], DAY],
  [[HOUR, 5 * DAY], 7 * DAY],
  [[HOUR, 50 * DAY], 90 * DAY],
  [[400 * DAY], 90 * DAY],
])('changes %j ago are shown in %d', (ago, length) => {
  expect(
    fitting(
      ago.map((ms) => NOW - ms),
      NOW,
    ),
  ).toBe(length);
});

// wanted from and to in hours from now, got length in hours and whether it ends at the edge
test.each([
  [-2, -1.5, 1, false],
  [-1, 5, 6, true],
  [-5_000, 1, 2_160, true],
  [-3_000, -2_990, 10, false],
])('from %d h to %d h is held to %d h', (from, to, length, edge) => {
  const got = held({ from: NOW + from * HOUR, to: NOW + to * HOUR }, NOW);
  expect((got.to - got.from) / HOUR).toBeCloseTo(length);
  expect(got.to > NOW).toBe(edge);
  expect(got.from).toBeGreaterThanOrEqual(NOW - 90 * DAY);
});

test('a stretch until now leaves room for what comes', () => {
  const { from, to } = untilNow(DAY, NOW);
  expect(to).toBeGreaterThan(NOW);
  expect(to - from).toBe(DAY);
});
