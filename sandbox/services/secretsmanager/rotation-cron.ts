import { invalidParameter } from './errors.ts';

/** Whether a window opens on a UTC day. */
export type CronField = (day: Date) => boolean;

/** The days and hours a cron() expression names. */
export interface Cron {
  readonly onDay: CronField;
  /** Rising. */
  readonly hours: readonly number[];
}

const FEWEST_HOURS = 4;
const DAY_MS = 24 * 60 * 60 * 1000;
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/**
 * Reads what stands in cron(…): minutes 0, hours, days of the month, months, days of the week, years *.
 * Throws InvalidParameterException; its wordings are not recorded.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html
 */
export function parseCron(text: string): Cron {
  const fields = text.trim().split(/ +/);
  const [minutes, hours, days, months, weekdays, years] = fields;
  if (fields.length !== 6 || !hours || !days || !months || !weekdays) throw bad('has six fields');
  if (minutes !== '0') throw bad('has 0 for its minutes');
  if (years !== '*') throw bad('has * for its years');
  if ((days === '?') === (weekdays === '?')) {
    throw bad('has ? for either its day of the month or its day of the week');
  }
  const month = numbers(months, { min: 1, max: 12, names: MONTHS });
  const onDay = days === '?' ? weekdayField(weekdays) : monthdayField(days);
  const cron: Cron = {
    hours: hoursOf(hours),
    onDay: (day) => month.has(day.getUTCMonth() + 1) && onDay(day),
  };
  requireSomeDay(cron);
  return cron;
}

function hoursOf(text: string): number[] {
  const hours = [...numbers(text, { min: 0, max: 23, names: [] })].sort((one, other) => one - other);
  // Increments start anew each day: only the gaps within a day count.
  if (hours.some((hour, at) => at > 0 && hour - hours[at - 1]! < FEWEST_HOURS)) {
    throw bad('opens windows at least four hours apart');
  }
  return hours;
}

function monthdayField(text: string): CronField {
  if (text === 'L') return (day) => day.getUTCDate() === lastDate(day);
  const last = /^(\w+)L$/.exec(text)?.[1];
  if (last !== undefined) return lastWeekday(last);
  const dates = numbers(text, { min: 1, max: 31, names: [] });
  return (day) => dates.has(day.getUTCDate());
}

function weekdayField(text: string): CronField {
  if (text === 'L') return (day) => day.getUTCDay() === 6;
  const last = /^(\w+)L$/.exec(text)?.[1];
  if (last !== undefined) return lastWeekday(last);
  const nth = /^(\w+)#([1-5])$/.exec(text);
  if (nth) {
    const weekday = weekdayOf(nth[1]!);
    return (day) => day.getUTCDay() + 1 === weekday && Math.ceil(day.getUTCDate() / 7) === Number(nth[2]);
  }
  const wanted = numbers(text, { min: 1, max: 7, names: WEEKDAYS });
  return (day) => wanted.has(day.getUTCDay() + 1);
}

/** `SUNL`, `1L`: the last such day of a month. */
function lastWeekday(text: string): CronField {
  const weekday = weekdayOf(text);
  return (day) => day.getUTCDay() + 1 === weekday && day.getUTCDate() > lastDate(day) - 7;
}

function weekdayOf(text: string): number {
  return one(text, { min: 1, max: 7, names: WEEKDAYS });
}

interface Range {
  readonly min: number;
  readonly max: number;
  readonly names: readonly string[];
}

/** The numbers of a field: `*`, `a`, `a-b`, `a/n`, `/n`, and lists of those. */
function numbers(text: string, range: Range): Set<number> {
  return new Set(text.split(',').flatMap((part) => span(part, range)));
}

function span(part: string, range: Range): number[] {
  const [where = '', every, ...more] = part.split('/');
  if (more.length > 0 || (every !== undefined && !/^[1-9]\d?$/.test(every))) throw bad('is well formed');
  const [from, to] = bounds(where, every !== undefined, range);
  const step = every === undefined ? 1 : Number(every);
  const found: number[] = [];
  for (let number = from; number <= to; number += step) found.push(number);
  return found;
}

function bounds(where: string, stepped: boolean, range: Range): [number, number] {
  if (where === '*' || (where === '' && stepped)) return [range.min, range.max];
  const [low = '', high, ...more] = where.split('-');
  const from = one(low, range);
  if (high === undefined) return [from, stepped ? range.max : from];
  const to = one(high, range);
  if (more.length > 0 || to < from) throw bad('has rising ranges');
  return [from, to];
}

function one(text: string, { min, max, names }: Range): number {
  const named = names.indexOf(text.toUpperCase());
  const number = named >= 0 ? named + min : /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= min && number <= max) return number;
  throw bad('is well formed');
}

function lastDate(day: Date): number {
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
}

/** A schedule that never comes, such as 30 February, is none. Eight years hold every kind of year. */
function requireSomeDay(cron: Cron): void {
  const start = Date.UTC(2096, 0, 1);
  for (let day = 0; day < 366 * 9; day++) if (cron.onDay(new Date(start + day * DAY_MS))) return;
  throw bad('names a day that exists');
}

const bad = (rule: string) =>
  invalidParameter(`The ScheduleExpression is not valid: a cron() expression ${rule}.`);
