import { fallsOn } from './cron-days.ts';
import { DAY, dayOf, HOUR, type RotationWindow, type Schedule } from './schedule.ts';

/** What is known of a secret's rotations; epoch milliseconds. */
export interface WindowsFrom {
  readonly now: number;
  /** When it was last rotated, or its value changed by hand, which counts as a rotation. */
  readonly last?: number | undefined;
  /** AWS's NextRotationDate: the last moment of the window that comes next. */
  readonly next?: number | undefined;
}

/** A year that a cron expression names comes within eight. */
const LOOK_AHEAD = 8 * 366 * DAY;

/**
 * The next windows of a schedule, the one that is open now among them; `count` of them at most. An interval counts
 * from the last rotation; AWS's own next date goes before what is worked out from it.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html
 */
export function nextWindows(schedule: Schedule, from: WindowsFrom, count: number): RotationWindow[] {
  const windows: RotationWindow[] = [];
  for (const window of windowsOf(schedule, from)) {
    if (windows.length === count) break;
    if (window.closes > from.now) windows.push(window);
  }
  return windows;
}

/** The windows of a schedule that are open at some time before `end`, the one that is open now among them. */
export function windowsUntil(schedule: Schedule, from: WindowsFrom, end: number): RotationWindow[] {
  const windows: RotationWindow[] = [];
  for (const window of windowsOf(schedule, from)) {
    if (window.opens >= end) break;
    if (window.closes > from.now) windows.push(window);
  }
  return windows;
}

function windowsOf(schedule: Schedule, from: WindowsFrom): Iterable<RotationWindow> {
  // An open window began before now, at most a day ago.
  return schedule.kind === 'cron'
    ? byCron(schedule, Math.max(from.now - DAY, from.last ?? Number.NEGATIVE_INFINITY))
    : byInterval(schedule, from);
}

function* byInterval(
  { kind, every, lasts }: Extract<Schedule, { kind: 'days' | 'hours' }>,
  { now, last = now, next }: WindowsFrom,
): Generator<RotationWindow> {
  const unit = kind === 'days' ? DAY : HOUR;
  // Windows in days open at midnight, those in hours on the hour.
  const hourOf = (at: number) => Math.floor(at / HOUR) * HOUR;
  const opensBy = (at: number) => (kind === 'days' ? dayOf(at) : hourOf(at));
  // NextRotationDate is the window's last second.
  const told = next === undefined ? undefined : opensBy(kind === 'days' ? next : next + 1_000 - lasts * HOUR);
  const first = told ?? opensBy(last + every * unit);
  const missed = Math.max(0, Math.floor((now - first) / (every * unit)));
  for (let at = missed; ; at += 1) {
    const opens = first + at * every * unit;
    yield { opens, closes: opens + lasts * HOUR };
  }
}

function* byCron(
  { hours, days, lasts }: Extract<Schedule, { kind: 'cron' }>,
  after: number,
): Generator<RotationWindow> {
  for (let day = dayOf(after); day < after + LOOK_AHEAD; day += DAY) {
    if (!fallsOn(days, day)) continue;
    for (const hour of hours) {
      const opens = day + hour * HOUR;
      if (opens > after) yield { opens, closes: lasts === undefined ? day + DAY : opens + lasts * HOUR };
    }
  }
}
