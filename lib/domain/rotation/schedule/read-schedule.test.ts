import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextWindows } from './next-windows.ts';
import { readSchedule } from './read-schedule.ts';
import { DAY, HOUR, type ScheduleRules } from './schedule.ts';
import { scheduleWords } from './schedule-words.ts';

// In one file, though long: its tables are the grammar, read from top to bottom.

const expression = (schedule: string, duration?: string): ScheduleRules => ({ schedule, duration });

// A Wednesday.
const NOW = Date.parse('2026-11-25T12:00:00Z');
const LAST = Date.parse('2026-11-20T03:14:15Z');

function scheduleOf(rules: ScheduleRules) {
  const read = readSchedule(rules);
  if ('refused' in read) throw new Error(read.refused);
  return read.schedule;
}

// Legend: rules, in words, the next two windows (opening, hours).
test.each<[ScheduleRules, string, [string, number][]]>([
  [
    { everyDays: 30 },
    'Every 30 days, window 00:00 for 24 h',
    [
      ['12-20T00', 24],
      ['01-19T00', 24],
    ],
  ],
  [
    { everyDays: 3, duration: '2h' },
    'Every 3 days, window 00:00 for 2 h',
    [
      ['11-26T00', 2],
      ['11-29T00', 2],
    ],
  ],
  [
    expression('rate(1 day)'),
    'Every day, window 00:00 for 24 h',
    [
      ['11-25T00', 24],
      ['11-26T00', 24],
    ],
  ],
  // The expression decides: AWS reports days worked out from it as well.
  [
    { schedule: 'rate(10 days)', everyDays: 9 },
    'Every 10 days, window 00:00 for 24 h',
    [
      ['11-30T00', 24],
      ['12-10T00', 24],
    ],
  ],
  [
    expression('rate(12 hours)'),
    'Every 12 hours, window of 1 h',
    [
      ['11-25T15', 1],
      ['11-26T03', 1],
    ],
  ],
  [
    expression('rate(4 hours)', '4h'),
    'Every 4 hours, window of 4 h',
    [
      ['11-25T11', 4],
      ['11-25T15', 4],
    ],
  ],
  [
    expression('cron(0 /8 * * ? *)'),
    'Every day, window 00:00, 08:00 and 16:00 for 1 h',
    [
      ['11-25T16', 1],
      ['11-26T00', 1],
    ],
  ],
  [
    expression('cron(0 2/10 * * ? *)', '2h'),
    'Every day, window 02:00, 12:00 and 22:00 for 2 h',
    [
      ['11-25T12', 2],
      ['11-25T22', 2],
    ],
  ],
  [
    expression('cron(0 8 1 * ? *)'),
    'On the 1st of each month, window 08:00 until midnight',
    [
      ['12-01T08', 16],
      ['01-01T08', 16],
    ],
  ],
  [
    expression('cron(0 17 L * ? *)'),
    'On the last day of each month, window 17:00 until midnight',
    [
      ['11-30T17', 7],
      ['12-31T17', 7],
    ],
  ],
  [
    expression('cron(0 16 1,15 * ? *)', '2h'),
    'On the 1st and 15th of each month, window 16:00 for 2 h',
    [
      ['12-01T16', 2],
      ['12-15T16', 2],
    ],
  ],
  [
    expression('cron(0 1 ? 1/3 SUN#1 *)'),
    'On the first Sunday of January, April, July and October, window 01:00 until midnight',
    [
      ['01-03T01', 23],
      ['04-04T01', 23],
    ],
  ],
  [
    expression('cron(0 3 ? * FRIL *)', '3h'),
    'On the last Friday of each month, window 03:00 for 3 h',
    [
      ['11-27T03', 3],
      ['12-25T03', 3],
    ],
  ],
  [
    expression('cron(0 3 6L * ? *)', '3h'),
    'On the last Friday of each month, window 03:00 for 3 h',
    [
      ['11-27T03', 3],
      ['12-25T03', 3],
    ],
  ],
  [
    expression('cron(0 11 ? * MON-FRI *)', '1h'),
    'On Monday to Friday, window 11:00 for 1 h',
    [
      ['11-26T11', 1],
      ['11-27T11', 1],
    ],
  ],
  [
    expression('cron(0 11 ? JUN,DEC 1 *)', '1h'),
    'On Sunday in June and December, window 11:00 for 1 h',
    [
      ['12-06T11', 1],
      ['12-13T11', 1],
    ],
  ],
  // Thursday noon: the window that began at ten is open.
  [
    expression('cron(0 10 * * ? *)', '4h'),
    'Every day, window 10:00 for 4 h',
    [
      ['11-25T10', 4],
      ['11-26T10', 4],
    ],
  ],
  [
    expression('cron(0 0 29 FEB ? *)', '1h'),
    'On the 29th of February, window 00:00 for 1 h',
    [
      ['02-29T00', 1],
      ['02-29T00', 1],
    ],
  ],
])('%j is %s', (rules, words, windows) => {
  const schedule = scheduleOf(rules);
  expect(scheduleWords(schedule)).toBe(words);
  const found = nextWindows(schedule, { now: NOW, last: LAST }, 2);
  expect(
    found.map(({ opens, closes }) => [new Date(opens).toISOString().slice(5, 13), (closes - opens) / HOUR]),
  ).toEqual(windows);
});

describe('refused', () => {
  test.each<[ScheduleRules, string]>([
    [{}, 'There is no schedule.'],
    [{ everyDays: 0 }, 'AWS takes 1 to 1,000 days.'],
    [{ everyDays: 1_001 }, 'AWS takes 1 to 1,000 days.'],
    [{ everyDays: 1, duration: '30m' }, 'A window lasts a whole number of hours, from 1h to 24h.'],
    [{ everyDays: 1, duration: '25h' }, 'A window lasts a whole number of hours, from 1h to 24h.'],
    [expression('rate(3 hours)'), 'At least four hours must lie between two rotations.'],
    [expression('rate(0 days)'), 'At least four hours must lie between two rotations.'],
    [expression('rate(1000 days)'), 'At most 999 days may lie between two rotations.'],
    [expression('rate(23977 hours)'), 'At most 999 days may lie between two rotations.'],
    [expression('rate(4 hours)', '5h'), 'The window would run into the next window.'],
    [
      expression('rate(300 minutes)'),
      'A schedule is rate(N hours), rate(N days) or cron(0 hours days months weekdays *).',
    ],
    [expression('täglich'), 'It holds a character that no schedule has.'],
    [expression('cron(0 20 * * ? *)', '5h'), 'The window would run into the next UTC day.'],
    [expression('cron(0 0/6 * * ? *)', '7h'), 'The window would run into the next UTC day.'],
    [expression('cron(0 0,6 * * ? *)', '7h'), 'The window would run into the next window.'],
    [expression('cron(0 /3 * * ? *)'), 'At least four hours must lie between two rotations.'],
    [expression('cron(5 8 * * ? *)'), 'Windows open on the hour: the first field is 0.'],
    [expression('cron(0 8 * * ? 2027)'), 'A rotation cannot wait for a year: the last field is *.'],
    [expression('cron(0 8 1 * MON *)'), 'One of day of the month and day of the week says ?, and only one.'],
    [expression('cron(0 8 ? * ? *)'), 'One of day of the month and day of the week says ?, and only one.'],
    [expression('cron(0 8 * * ?)'), 'A cron expression has six fields: 0, hours, days, months, weekdays, *.'],
    [expression('cron(0 24 * * ? *)'), 'The hours are 0 to 23, as 2 or 2,14 or /8.'],
    [expression('cron(0 8 30 2 ? *)'), 'Such a day never comes.'],
  ])('%j: %s', (rules, says) => {
    expect(readSchedule(rules)).toMatchObject({ refused: says });
  });

  test.each(['1W', 'LW', '9-3', 'X', '1/', '32'])('%s is no day of the month', (day) => {
    expect(readSchedule(expression(`cron(0 8 ${day} * ? *)`))).toHaveProperty('refused');
  });

  test.each(['SUN#6', '8', 'SAT-', '#1', 'SO'])('%s is no weekday', (day) => {
    expect(readSchedule(expression(`cron(0 8 ? * ${day} *)`))).toHaveProperty('refused');
  });
});

test('what AWS says of the next date goes before what the interval gives; an overdue one stays in step with it', () => {
  const daily = scheduleOf({ everyDays: 10 });
  const next = Date.parse('2026-11-28T23:59:59Z');
  expect(nextWindows(daily, { now: NOW, last: LAST, next }, 1)[0]?.opens).toBe(
    Date.parse('2026-11-28T00:00:00Z'),
  );
  const past = Date.parse('2026-11-18T23:59:59Z');
  expect(nextWindows(daily, { now: NOW, last: LAST, next: past }, 1)[0]?.opens).toBe(
    Date.parse('2026-11-28T00:00:00Z'),
  );
});

const rules = fc.oneof(
  fc.record({ everyDays: fc.integer({ min: 1, max: 1_000 }) }),
  fc.integer({ min: 1, max: 999 }).map((days) => expression(`rate(${days} days)`)),
  fc.integer({ min: 4, max: 2_000 }).map((hours) => expression(`rate(${hours} hours)`)),
  fc
    .tuple(
      fc.constantFrom('0', '23', '4,9,20', '/8', '2/6', '*/12'),
      fc.constantFrom('*', '1', '31', 'L', '1,15', '/7', '5-9', '29'),
      fc.constantFrom('*', 'FEB', '1/3', 'JAN-MAR', '2,12'),
    )
    .map(([hours, days, months]) => expression(`cron(0 ${hours} ${days} ${months} ? *)`)),
  fc
    .tuple(
      fc.constantFrom('0', '7', '3,21'),
      fc.constantFrom('MON', 'SUN#2', '6L', '2-6', 'L', 'WED,FRI', 'SAT#5'),
    )
    .map(([hours, days]) => expression(`cron(0 ${hours} ? * ${days} *)`)),
);
const instants = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2031, 0, 1) });

test('windows rise, do not overlap, open on the hour, end within a day, and none has gone by', () => {
  fc.assert(
    fc.property(rules, instants, fc.integer({ min: 0, max: 400 * DAY }), (given, last, since) => {
      const read = readSchedule(given);
      if ('refused' in read) return;
      const now = last + since;
      const windows = nextWindows(read.schedule, { now, last }, 4);
      expect(windows.length).toBeGreaterThan(0);
      for (const [at, { opens, closes }] of windows.entries()) {
        expect(opens % HOUR).toBe(0);
        expect(closes).toBeGreaterThan(Math.max(opens, now));
        expect(closes - opens).toBeLessThanOrEqual(DAY);
        expect(opens).toBeGreaterThanOrEqual(windows[at - 1]?.closes ?? 0);
      }
    }),
  );
});

test('no text makes it throw, and what is refused says why', () => {
  fc.assert(
    fc.property(fc.string(), fc.option(fc.string(), { nil: undefined }), (schedule, duration) => {
      for (const text of [schedule, `cron(${schedule})`, `rate(${schedule} days)`]) {
        const read = readSchedule({ schedule: text, duration });
        if ('refused' in read) expect(read.refused).toMatch(/\.$/);
        else expect(nextWindows(read.schedule, { now: NOW }, 1)).toHaveLength(1);
      }
    }),
  );
});
