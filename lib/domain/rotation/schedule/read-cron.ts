import { cronDays, fallsOn } from './cron-days.ts';
import { cronNumbers } from './cron-field.ts';
import type { ReadSchedule } from './read-schedule.ts';
import { DAY } from './schedule.ts';

const FEWEST_HOURS = 4;
/** A leap day comes within eight years, over a century that has none. */
const LONGEST = 8 * 366 + 1;

/**
 * Reads the six fields of a cron expression: minutes 0, hours, day of the month, month, day of the week, year `*`.
 * Unlike other services of AWS, Secrets Manager knows no `W`.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html
 */
export function readCron(text: string, lasts: number | undefined): ReadSchedule {
  const [minutes, hour = '', monthDay = '', month = '', weekDay = '', year, ...more] = text
    .trim()
    .split(/ +/);
  if (year === undefined || more.length > 0) {
    return refused('A cron expression has six fields: 0, hours, days, months, weekdays, *.');
  }
  if (minutes !== '0') return refused('Windows open on the hour: the first field is 0.');
  if (year !== '*') return refused('A rotation cannot wait for a year: the last field is *.');
  if ((monthDay === '?') === (weekDay === '?')) {
    return refused('One of day of the month and day of the week says ?, and only one.');
  }
  const hours = cronNumbers(hour, { from: 0, to: 23 });
  if (!hours) return refused('The hours are 0 to 23, as 2 or 2,14 or /8.');
  const days = cronDays(monthDay, month, weekDay);
  if (!days) {
    return refused(
      'A day, month or weekday is not well formed: 1-31 or L, 1-12 or JAN, 1-7 or SUN, SUN#1, FRIL.',
    );
  }
  if (gaps(hours).some((gap) => gap < FEWEST_HOURS)) {
    return refused('At least four hours must lie between two rotations.');
  }
  // 2000 has a leap day, and its calendar comes round again.
  const begin = Date.UTC(2000, 0, 1);
  const comes = Array.from({ length: LONGEST }, (_, at) => begin + at * DAY).some((day) =>
    fallsOn(days, day),
  );
  if (!comes) return refused('Such a day never comes.');
  if (lasts === undefined) {
    return {
      schedule: { kind: 'cron', hours, days, ...(hours.length > 1 ? { lasts: 1 } : {}) },
    };
  }
  const last = hours.at(-1) ?? 0;
  if (last + lasts > 24) {
    return { field: 'duration', refused: 'The window would run into the next UTC day.' };
  }
  return hours.some((opens, at) => opens + lasts > (hours[at + 1] ?? 24))
    ? { field: 'duration', refused: 'The window would run into the next window.' }
    : { schedule: { kind: 'cron', hours, days, lasts } };
}

/** Hours from each opening to the next of the same day: steps begin anew each day, and AWS says nothing of midnight. */
const gaps = (hours: readonly number[]) => hours.slice(1).map((opens, at) => opens - (hours[at] ?? 0));

const refused = (sentence: string): ReadSchedule => ({ field: 'schedule', refused: sentence });
