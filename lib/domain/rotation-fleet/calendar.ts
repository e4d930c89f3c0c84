import { windowsUntil } from '../rotation/schedule/next-windows.ts';
import { readSchedule } from '../rotation/schedule/read-schedule.ts';
import { DAY, dayOf, type RotationWindow } from '../rotation/schedule/schedule.ts';
import { isReplica, type SecretRow } from '../secret.ts';
import type { FleetSecret } from './fleet-secret.ts';

/** A secret in one of its windows. */
export interface PlannedWindow {
  readonly one: FleetSecret;
  readonly window: RotationWindow;
}

/** One day of a calendar, in UTC. */
export interface CalendarDay {
  /** Its beginning, epoch milliseconds. */
  readonly day: number;
  /** The windows that open on it, or are open since before it when it is the first; by when they open. */
  readonly windows: readonly PlannedWindow[];
}

/** What is planned of a fleet's rotations. */
export interface Calendar {
  readonly days: readonly CalendarDay[];
  /** Their last window has passed, and they were not rotated; the longest first. */
  readonly overdue: readonly FleetSecret[];
  /** They rotate, and when is not known: their schedule cannot be read. */
  readonly unplanned: readonly FleetSecret[];
  /** Secrets that have a window in it. */
  readonly secrets: number;
}

/** How many days a calendar has, today among them. */
export const CALENDAR_DAYS = 30;

/**
 * The windows of the next 30 days in UTC. AWS rotates at any time in a window, so there is no instant to tell. What comes
 * after the next window is worked out from the schedule: an interval counts anew from each rotation.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html
 */
export function calendarOf(fleet: readonly FleetSecret[], now: number): Calendar {
  const today = dayOf(now);
  const days = Array.from({ length: CALENDAR_DAYS }, (): PlannedWindow[] => []);
  const overdue: FleetSecret[] = [];
  const unplanned: FleetSecret[] = [];
  let secrets = 0;
  for (const one of fleet) {
    const { shown } = one.secret;
    if (!shown.rotation.enabled || shown.deleted || isReplica(shown)) continue;
    if (overdueSince(shown, now) !== undefined) overdue.push(one);
    const windows = windowsOf(shown, now, today + CALENDAR_DAYS * DAY);
    if (!windows) unplanned.push(one);
    else if (windows.length > 0) secrets += 1;
    for (const window of windows ?? []) {
      days[Math.max(0, (dayOf(window.opens) - today) / DAY)]?.push({ one, window });
    }
  }
  return {
    ...{ overdue: overdue.sort(longest(now)), unplanned, secrets },
    days: days.map((windows, at) => ({ day: today + at * DAY, windows: windows.sort(byTime) })),
  };
}

/** When the window closed in which a secret should have been rotated; undefined where none has passed. */
export function overdueSince({ rotation }: SecretRow, now: number): number | undefined {
  const next = rotation.next === undefined ? undefined : Date.parse(rotation.next);
  return next !== undefined && next < now ? next : undefined;
}

function windowsOf({ rotation }: SecretRow, now: number, end: number): RotationWindow[] | undefined {
  const read = readSchedule(rotation);
  if (!('schedule' in read)) return undefined;
  const last = rotation.last === undefined ? undefined : Date.parse(rotation.last);
  const next = rotation.next === undefined ? undefined : Date.parse(rotation.next);
  return windowsUntil(read.schedule, { now, last, next }, end);
}

const longest = (now: number) => (a: FleetSecret, b: FleetSecret) =>
  (overdueSince(a.secret.shown, now) ?? now) - (overdueSince(b.secret.shown, now) ?? now);

const byTime = (a: PlannedWindow, b: PlannedWindow) =>
  a.window.opens - b.window.opens ||
  a.window.closes - b.window.closes ||
  (a.one.secret.name < b.one.secret.name ? -1 : 1);
