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

// zones, what is said in full
test.each<[readonly [string, string], string]>([
  [['UTC', 'Europe/Berlin'], 'Wed 18 Nov 2026 23:10:04 UTC\n00:10:04 CET, 4 h 32 min ago'],
  [['Europe/Berlin', 'UTC'], 'Thu 19 Nov 2026 00:10:04 CET\n23:10:04 UTC, 4 h 32 min ago'],
  [['UTC', 'UTC'], 'Wed 18 Nov 2026 23:10:04 UTC\n4 h 32 min ago'],
])('in full: the first zone with the date, then the other and the distance: %j', (zones, words) => {
  expect(inFull(new Date('2026-11-18T23:10:04Z'), now, zones)).toBe(words);
});

// zone, instant, stamp, brief: days are those of the zone
test.each([
  ['Europe/Berlin', '2026-11-18T23:10:04Z', '00:10 today', '00:10 today'],
  ['Asia/Tokyo', '2026-11-18T14:59:00Z', '18 Nov 23:59', '18 Nov'],
  ['America/New_York', '2026-11-19T03:10:04Z', '22:10 today', '22:10 today'],
  ['Asia/Tokyo', '2025-12-31T15:00:00Z', '1 Jan 00:00', '1 Jan'],
  ['America/New_York', '2026-01-01T04:59:00Z', '31 Dec 2025 23:59', '31 Dec 2025'],
])('in %s %s is %s', (zone, iso, written, short) => {
  expect(stamp(new Date(iso), now, zone)).toBe(written);
  expect(brief(new Date(iso), now, zone)).toBe(short);
});

test('midnight is 00, never 24', () => {
  expect(clock(new Date('2026-11-19T00:05:00Z'), true, 'UTC')).toBe('00:05:00');
});
