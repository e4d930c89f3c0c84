import { readCron } from './read-cron.ts';
import type { Schedule, ScheduleRules } from './schedule.ts';

/** A schedule, or why AWS would not take these rules, in a sentence. */
export type ReadSchedule =
  | { readonly schedule: Schedule }
  | { readonly refused: string; readonly field: 'schedule' | 'everyDays' | 'duration' };

const MOST_DAYS = 999;
const EXPRESSION = /^[0-9A-Za-z()#?*\-/, ]{1,256}$/;

/**
 * Reads the rules of a rotation, and foretells what AWS refuses. An expression goes before a number of days: of a
 * secret with an expression AWS reports the days, too, and they are only worked out from it.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html
 */
export function readSchedule({ schedule, everyDays, duration }: ScheduleRules): ReadSchedule {
  const lasts = duration === undefined ? undefined : hoursOf(duration);
  if (duration !== undefined && lasts === undefined) {
    return { field: 'duration', refused: 'A window lasts a whole number of hours, from 1h to 24h.' };
  }
  if (schedule === undefined) {
    if (everyDays === undefined) return { field: 'schedule', refused: 'There is no schedule.' };
    return Number.isInteger(everyDays) && everyDays >= 1 && everyDays <= 1_000
      ? { schedule: { kind: 'days', every: everyDays, lasts: lasts ?? 24 } }
      : { field: 'everyDays', refused: 'AWS takes 1 to 1,000 days.' };
  }
  const text = schedule.trim();
  if (!EXPRESSION.test(text)) {
    return { field: 'schedule', refused: 'It holds a character that no schedule has.' };
  }
  const [, count, unit] = /^rate\((\d+) (hours?|days?)\)$/.exec(text) ?? [];
  if (count !== undefined) return rate(Number(count), unit?.startsWith('hour') === true, lasts);
  const fields = /^cron\((.*)\)$/.exec(text)?.[1];
  if (fields !== undefined) return readCron(fields, lasts);
  return {
    field: 'schedule',
    refused: 'A schedule is rate(N hours), rate(N days) or cron(0 hours days months weekdays *).',
  };
}

function hoursOf(duration: string): number | undefined {
  const hours = Number(/^(\d{1,2})h$/.exec(duration)?.[1] ?? 0);
  return hours >= 1 && hours <= 24 ? hours : undefined;
}

function rate(every: number, inHours: boolean, lasts: number | undefined): ReadSchedule {
  if (every > MOST_DAYS * (inHours ? 24 : 1)) {
    return { field: 'schedule', refused: `At most ${MOST_DAYS} days may lie between two rotations.` };
  }
  if (inHours ? every < 4 : every < 1) {
    return { field: 'schedule', refused: 'At least four hours must lie between two rotations.' };
  }
  if (!inHours) return { schedule: { kind: 'days', every, lasts: lasts ?? 24 } };
  if ((lasts ?? 1) > every) {
    return { field: 'duration', refused: 'The window would run into the next window.' };
  }
  return { schedule: { kind: 'hours', every, lasts: lasts ?? 1 } };
}
