import { expect, test } from 'vitest';
import { MinuteRate } from './rate';

test('so many a minute, each key by itself, and again once the minute is over', () => {
  const rate = new MinuteRate();
  const take = (key: string, at: number, count = 1) => rate.take(key, count, 3, at);
  expect([take('a', 0), take('a', 1), take('a', 2), take('a', 3)]).toEqual([true, true, true, false]);
  expect(take('b', 3)).toBe(true);
  expect(take('a', 59_999)).toBe(false);
  expect(take('a', 60_000)).toBe(true);
  expect(take('a', 60_000)).toBe(false);
});

test('what does not fit whole is not taken in part', () => {
  const rate = new MinuteRate();
  expect(rate.take('a', 2, 3, 0)).toBe(true);
  expect(rate.take('a', 2, 3, 0)).toBe(false);
  expect(rate.take('a', 1, 3, 0)).toBe(true);
});

test('refused acts do not count: who stops asking is let in after a minute', () => {
  const rate = new MinuteRate();
  rate.take('a', 3, 3, 0);
  for (let at = 1; at < 60_000; at += 1_000) expect(rate.take('a', 1, 3, at)).toBe(false);
  expect(rate.take('a', 1, 3, 60_000)).toBe(true);
});
