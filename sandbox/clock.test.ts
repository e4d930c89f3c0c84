import { expect, test } from 'vitest';
import { createBuildClock, createClock } from './clock.ts';
import { parseDuration } from './duration.ts';

test('a clock shows the wall until it is advanced, and keeps going then', () => {
  let wall = Date.parse('2026-11-19T03:31:40Z');
  const clock = createClock(() => wall);
  expect(clock.now().toISOString()).toBe('2026-11-19T03:31:40.000Z');
  clock.advance(60_000);
  clock.advance(500);
  wall += 1000;
  expect(clock.now().toISOString()).toBe('2026-11-19T03:32:41.500Z');
});

test('the clock of a build stands still where it is set', () => {
  const end = new Date('2026-11-19T03:31:40Z');
  const clock = createBuildClock(end);
  expect(clock.now()).toEqual(end);
  clock.set(new Date('2020-01-01T00:00:00Z'));
  expect(clock.now().getUTCFullYear()).toBe(2020);
  expect(clock.end).toEqual(end);
});

test.each([
  ['PT24H', 86_400_000],
  ['P1D', 86_400_000],
  ['P1W', 604_800_000],
  ['P1DT2H3M4.5S', 93_784_500],
  ['PT0S', 0],
  ['P3650D', 315_360_000_000],
])('%s is a duration', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

test.each([
  '',
  'P',
  'PT',
  'P1DT',
  '24H',
  'PT-1H',
  '-PT1H',
  'P1M',
  'P1Y',
  'pt1h',
  'PT1H ',
  'P3651D',
  'PT1e3S',
])('"%s" is none', (text) => {
  expect(parseDuration(text)).toBeUndefined();
});
