import { type CronRange, cronNumber, cronNumbers } from './cron-field.ts';
import { DAY } from './schedule.ts';

/** The weekdays as AWS counts and names them: 1 is Sunday. */
const WEEKDAYS: CronRange = { from: 1, to: 7, names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] };
const MONTHS: CronRange = {
  from: 1,
  to: 12,
  names: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
};
const MONTH_DAYS: CronRange = { from: 1, to: 31 };
const LAST = 'L';

/** On which days a window opens. */
export interface CronDays {
  /** 1 to 12, rising. */
  readonly months: readonly number[];
  readonly on:
    | { readonly by: 'month'; readonly days: readonly number[]; readonly last: boolean }
    /** 1 is Sunday; `nth` of the month where it is not each. */
    | { readonly by: 'week'; readonly days: readonly WeekDay[] };
}

/** A weekday: each one, the nth of a month, or its last. */
export interface WeekDay {
  readonly day: number;
  readonly nth?: 1 | 2 | 3 | 4 | 5 | 'last';
}

/** The days that three fields name; undefined where one is not well formed. Exactly one day field is `?`. */
export function cronDays(monthDay: string, month: string, weekDay: string): CronDays | undefined {
  const months = cronNumbers(month, MONTHS);
  // `FRIL`, the last Friday, may stand in either field of days.
  const byWeek = weekDay !== '?' || /^\w+L$/i.test(monthDay);
  const on = byWeek ? onWeekDays(weekDay === '?' ? monthDay : weekDay) : onMonthDays(monthDay);
  return months && on && { months, on };
}

function onMonthDays(text: string): CronDays['on'] | undefined {
  const parts = text.split(',');
  const plain = parts.filter((part) => part.toUpperCase() !== LAST);
  const days = plain.length === 0 ? [] : cronNumbers(plain.join(','), MONTH_DAYS);
  return days && { by: 'month', days, last: plain.length < parts.length };
}

function onWeekDays(text: string): CronDays['on'] | undefined {
  const days: WeekDay[] = [];
  for (const part of text.split(',')) {
    const some = weekDays(part);
    if (!some) return undefined;
    days.push(...some);
  }
  return { by: 'week', days };
}

function weekDays(part: string): readonly WeekDay[] | undefined {
  // Alone, L is the last day of the week.
  if (part.toUpperCase() === LAST) return [{ day: 7 }];
  const [, which = '', nth] = /^(\w+)#([1-5])$/.exec(part) ?? [];
  const last = /^(\w+)L$/i.exec(part)?.[1];
  if (nth !== undefined || last !== undefined) {
    const day = cronNumber(last ?? which, WEEKDAYS);
    return day === undefined
      ? undefined
      : [{ day, nth: last === undefined ? (Number(nth) as 1 | 2 | 3 | 4 | 5) : 'last' }];
  }
  return cronNumbers(part, WEEKDAYS)?.map((day) => ({ day }));
}

/** Whether a window opens on the UTC day that begins at `day`, epoch milliseconds. */
export function fallsOn({ months, on }: CronDays, day: number): boolean {
  const date = new Date(day);
  const month = date.getUTCMonth();
  if (!months.includes(month + 1)) return false;
  const number = date.getUTCDate();
  const isLast = (days: number) => new Date(day + days * DAY).getUTCMonth() !== month;
  if (on.by === 'month') return on.days.includes(number) || (on.last && isLast(1));
  return on.days.some(({ day: week, nth }) => {
    if (week !== date.getUTCDay() + 1) return false;
    if (nth === undefined) return true;
    return nth === 'last' ? isLast(7) : Math.ceil(number / 7) === nth;
  });
}
