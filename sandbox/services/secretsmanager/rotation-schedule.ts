import { invalidParameter } from './errors.ts';
import { parseCron } from './rotation-cron.ts';
/** The rules of a rotation as RotateSecret takes them. */
export interface RotationRules {
  readonly AutomaticallyAfterDays: number | undefined;
  readonly ScheduleExpression: string | undefined;
  readonly Duration: string | undefined;
}

/** When a secret is due, worked out from its rules. */
export interface Schedule {
  /** The first window that opens after a rotation, or a change of the value by hand, at `from`. */
  nextWindow(from: Date): Window;
}

/** The time in which a rotation takes place: from `opens` until just before `closes`. */
export interface Window {
  readonly opens: Date;
  readonly closes: Date;
}

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const FEWEST_HOURS = 4;
const MOST_DAYS = 999;

/**
 * The schedule that rules describe, or AWS's refusal of them; undefined when they describe none.
 * The refusals are documented, their wordings not recorded, but that of AutomaticallyAfterDays.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html
 */
export function scheduleOf(rules: RotationRules): Schedule | undefined {
  const { AutomaticallyAfterDays: days, ScheduleExpression: expression } = rules;
  if (days !== undefined && (days < 1 || days > 1000)) {
    throw invalidParameter('RotationRules.AutomaticallyAfterDays must be within 1-1000.');
  }
  if (days !== undefined && expression !== undefined) {
    throw invalidParameter("You can't specify both AutomaticallyAfterDays and ScheduleExpression.");
  }
  const duration = durationOf(rules.Duration);
  if (expression !== undefined) return expressed(expression, duration);
  if (days !== undefined) return everyDays(days, duration);
  if (duration === undefined) return undefined;
  throw invalidParameter('A Duration needs an AutomaticallyAfterDays or a ScheduleExpression.');
}

/**
 * NextRotationDate: the latest moment of the window, its last second.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html
 */
export function nextRotationDate(schedule: Schedule, from: Date): Date {
  return new Date(schedule.nextWindow(from).closes.getTime() - 1000);
}

/** Describe and List show the days between two rotations also of an expression, worked out anew each time. */
export function daysUntilNext(schedule: Schedule, from: Date): number {
  const { opens } = schedule.nextWindow(from);
  return Math.max(1, Math.round((opens.getTime() - startOfDay(from.getTime())) / DAY_MS));
}

function durationOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const hours = /^(\d{1,2})h$/.exec(text)?.[1];
  if (hours !== undefined && Number(hours) >= 1 && Number(hours) <= 24) return Number(hours);
  throw invalidParameter(`The Duration ${text} is not valid: it is a number of hours, from 1h to 24h.`);
}

function expressed(expression: string, duration: number | undefined): Schedule {
  const rate = /^rate\((\d+) (hours?|days?)\)$/.exec(expression);
  if (rate) return rated(Number(rate[1]), rate[2]!.startsWith('hour'), duration);
  const fields = /^cron\((.*)\)$/.exec(expression)?.[1];
  if (fields !== undefined) return byCron(fields, duration);
  throw invalidParameter(`The ScheduleExpression ${expression} is not a valid rate() or cron() expression.`);
}

function rated(count: number, inHours: boolean, duration: number | undefined): Schedule {
  if (!inHours) {
    if (count < 1) throw invalidParameter('A rate() expression must be of at least 4 hours.');
    if (count > MOST_DAYS) throw invalidParameter('A rate() expression must be of at most 999 days.');
    return everyDays(count, duration);
  }
  if (count < FEWEST_HOURS) throw invalidParameter('A rate() expression must be of at least 4 hours.');
  if (count > MOST_DAYS * 24) throw invalidParameter('A rate() expression must be of at most 999 days.');
  if ((duration ?? 1) > count) throw tooLong();
  return {
    nextWindow(from) {
      const due = from.getTime() + count * HOUR_MS;
      return windowFrom(due - (due % HOUR_MS), duration ?? 1);
    },
  };
}

function everyDays(days: number, duration = 24): Schedule {
  return { nextWindow: (from) => windowFrom(startOfDay(from.getTime() + days * DAY_MS), duration) };
}

function byCron(text: string, duration: number | undefined): Schedule {
  const cron = parseCron(text);
  // Increments and lists of hours make a schedule in hours; one hour a day makes one in days.
  const inHours = cron.hours.length > 1;
  for (const [at, hour] of cron.hours.entries()) {
    const next = cron.hours[at + 1] ?? 24;
    if (hour + (duration ?? 1) > next) throw tooLong();
  }
  const length = (hour: number) => duration ?? (inHours ? 1 : 24 - hour);
  return {
    nextWindow(from) {
      for (let day = startOfDay(from.getTime()); ; day += DAY_MS) {
        if (!cron.onDay(new Date(day))) continue;
        const hour = cron.hours.find((hour) => day + hour * HOUR_MS > from.getTime());
        if (hour !== undefined) return windowFrom(day + hour * HOUR_MS, length(hour));
      }
    },
  };
}

function windowFrom(opens: number, hours: number): Window {
  return { opens: new Date(opens), closes: new Date(opens + hours * HOUR_MS) };
}

function startOfDay(time: number): number {
  return time - (time % DAY_MS);
}

const tooLong = () =>
  invalidParameter('The rotation window must not extend into the next rotation window or the next UTC day.');
