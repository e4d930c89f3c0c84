import { expect, test } from 'vitest';
import { daysUntilNext, nextRotationDate, type RotationRules, scheduleOf } from './rotation-schedule.ts';

const rules = (given: Partial<RotationRules>): RotationRules => ({
  AutomaticallyAfterDays: undefined,
  ScheduleExpression: undefined,
  Duration: undefined,
  ...given,
});
const written = (ScheduleExpression: string, Duration?: string) => rules({ ScheduleExpression, Duration });

// 2026-11-19 is a Thursday.
const FROM = new Date('2026-11-19T12:00:00.500Z');

test.each<[string, RotationRules, string, string, number]>([
  ['days', rules({ AutomaticallyAfterDays: 10 }), '2026-11-29T00', '2026-11-30T00', 10],
  ['days, 3 h', rules({ AutomaticallyAfterDays: 1, Duration: '3h' }), '2026-11-20T00', '2026-11-20T03', 1],
  ['rate in days', written('rate(30 days)'), '2026-12-19T00', '2026-12-20T00', 30],
  ['one day', written('rate(1 day)'), '2026-11-20T00', '2026-11-21T00', 1],
  ['rate in hours', written('rate(4 hours)'), '2026-11-19T16', '2026-11-19T17', 1],
  ['rate in hours, whole', written('rate(12 hours)', '12h'), '2026-11-20T00', '2026-11-20T12', 1],
  ['every 8 hours', written('cron(0 /8 * * ? *)'), '2026-11-19T16', '2026-11-19T17', 1],
  ['hours start anew each day', written('cron(0 2/10 * * ? *)'), '2026-11-19T22', '2026-11-19T23', 1],
  ['the first of a month', written('cron(0 8 1 * ? *)'), '2026-12-01T08', '2026-12-02T00', 12],
  ['the last of a month', written('cron(0 17 L * ? *)'), '2026-11-30T17', '2026-12-01T00', 12],
  ['two days, 2 h', written('cron(0 16 1,15 * ? *)', '2h'), '2026-12-01T16', '2026-12-01T18', 13],
  ['first Sunday of a quarter', written('cron(0 1 ? 1/3 SUN#1 *)'), '2027-01-03T01', '2027-01-04T00', 45],
  ['last Friday', written('cron(0 3 ? * FRIL *)'), '2026-11-27T03', '2026-11-28T00', 8],
  ['weekdays by name', written('cron(0 11 ? * MON-FRI *)'), '2026-11-20T11', '2026-11-21T00', 1],
  ['later today', written('cron(0 13 * * ? *)'), '2026-11-19T13', '2026-11-20T00', 1],
  ['29 February', written('cron(0 0 29 FEB ? *)'), '2028-02-29T00', '2028-03-01T00', 467],
])('%s', (_, given, opens, closes, days) => {
  const schedule = scheduleOf(given)!;
  expect(schedule.nextWindow(FROM)).toEqual({
    opens: new Date(`${opens}:00:00Z`),
    closes: new Date(`${closes}:00:00Z`),
  });
  expect(nextRotationDate(schedule, FROM).getTime()).toBe(Date.parse(`${closes}:00:00Z`) - 1000);
  expect(daysUntilNext(schedule, FROM)).toBe(days);
});

test.each<[string, RotationRules]>([
  ['no days', rules({ AutomaticallyAfterDays: 0 })],
  ['too many days', rules({ AutomaticallyAfterDays: 1001 })],
  ['both forms', rules({ AutomaticallyAfterDays: 1, ScheduleExpression: 'rate(1 day)' })],
  ['a window without a schedule', rules({ Duration: '3h' })],
  ['a window in minutes', written('rate(1 day)', '30m')],
  ['an empty window', written('rate(1 day)', '0h')],
  ['a window of 25 hours', written('rate(1 day)', '25h')],
  ['three hours', written('rate(3 hours)')],
  ['no interval', written('rate(0 days)')],
  ['a thousand days', written('rate(1000 days)')],
  ['too many hours', written('rate(23977 hours)')],
  ['minutes', written('rate(300 minutes)')],
  ['a window into the next', written('rate(4 hours)', '5h')],
  ['a window into the next day', written('cron(0 20 * * ? *)', '5h')],
  ['a window into the next hour of the list', written('cron(0 0/6 * * ? *)', '7h')],
  ['windows too close', written('cron(0 /3 * * ? *)')],
  ['minutes in cron', written('cron(5 8 * * ? *)')],
  ['a year in cron', written('cron(0 8 * * ? 2027)')],
  ['two days in cron', written('cron(0 8 1 * MON *)')],
  ['no day in cron', written('cron(0 8 ? * ? *)')],
  ['five fields', written('cron(0 8 * * ?)')],
  ['hour 24', written('cron(0 24 * * ? *)')],
  ['month 13', written('cron(0 8 1 13 ? *)')],
  ['a falling range', written('cron(0 8 9-3 * ? *)')],
  ['30 February', written('cron(0 8 30 2 ? *)')],
  ['a sixth Sunday', written('cron(0 8 ? * SUN#6 *)')],
  ['plain words', written('every day')],
])('refused: %s', (_, given) => {
  expect(() => scheduleOf(given)).toThrowError(
    expect.objectContaining({ code: 'InvalidParameterException' }),
  );
});

test('without rules there is no schedule', () => {
  expect(scheduleOf(rules({}))).toBeUndefined();
});
