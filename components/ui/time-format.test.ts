import { expect, test } from 'vitest';
import { ago, brief, clock, dayOnly, inFull, span, stamp } from './time-format.ts';

const now = new Date('2026-11-19T03:42:16Z');
const s = 1_000;
const min = 60 * s;
const h = 60 * min;

test.each([
  [0, '0 s'],
  [59 * s, '59 s'],
  [4 * min + 30 * s, '4 min'],
  [h, '1 h'],
  [h + 32 * min, '1 h 32 min'],
  [10 * h + 5 * min, '10 h'],
  [26 * h, '26 h'],
  [48 * h, '2 d'],
  [11 * 24 * h + 3 * h, '11 d'],
])('%d ms is %s', (length, words) => {
  expect(span(length)).toBe(words);
});

// instant, ago, stamp, brief
test.each([
  ['2026-11-19T03:42:15.500Z', 'just now', '03:42 today', '03:42 today'],
  ['2026-11-19T02:10:04Z', '1 h 32 min ago', '02:10 today', '02:10 today'],
  ['2026-11-18T22:41:00Z', '5 h 1 min ago', '18 Nov 22:41', '18 Nov'],
  ['2026-09-20T02:05:00Z', '60 d ago', '20 Sep 02:05', '20 Sep'],
  ['2025-11-19T03:42:16Z', '365 d ago', '19 Nov 2025 03:42', '19 Nov 2025'],
  ['2026-11-22T04:00:00Z', 'in 3 d', '22 Nov 04:00', '22 Nov'],
])('%s', (iso, distance, written, short) => {
  expect(ago(new Date(iso), now)).toBe(distance);
  expect(stamp(new Date(iso), now)).toBe(written);
  expect(brief(new Date(iso), now)).toBe(short);
});

test.each([
  ['2026-11-19T00:00:00Z', 'today'],
  ['2026-11-18T00:00:00Z', '18 Nov'],
  ['2026-09-21T00:00:00Z', '21 Sep'],
  ['2026-04-29T00:00:00Z', '204 d ago'],
])('day only: %s is %s', (iso, words) => {
  expect(dayOnly(new Date(iso), now)).toBe(words);
});

test('in full: UTC first, then local time and distance', () => {
  expect(inFull(new Date('2026-11-19T02:10:04Z'), now, 'Europe/Berlin')).toBe(
    'Thu 19 Nov 2026 02:10:04 UTC\n03:10:04 CET, 1 h 32 min ago',
  );
  expect(inFull(new Date('2026-11-19T02:10:04Z'), undefined, 'UTC')).toBe('Thu 19 Nov 2026 02:10:04 UTC');
});

test('midnight is 00, never 24', () => {
  expect(clock(new Date('2026-11-19T00:05:00Z'), true, 'UTC')).toBe('00:05:00');
});
