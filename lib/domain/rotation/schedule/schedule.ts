import type { CronDays } from './cron-days.ts';

/** The rules of a rotation as they are set: an expression, or a number of days; hours the window lasts as `3h`. */
export interface ScheduleRules {
  readonly schedule?: string | undefined;
  readonly everyDays?: number | undefined;
  readonly duration?: string | undefined;
}

/** When a secret is rotated: at any time in one of its windows, which open on the hour, in UTC. */
export type Schedule =
  | { readonly kind: 'days'; readonly every: number; readonly lasts: number }
  | { readonly kind: 'hours'; readonly every: number; readonly lasts: number }
  | {
      readonly kind: 'cron';
      /** The hours at which a window opens on such a day, rising. */
      readonly hours: readonly number[];
      readonly days: CronDays;
      /** Absent: until the end of the day. */
      readonly lasts?: number;
    };

/** A time in which a rotation takes place; epoch milliseconds, `closes` is exclusive. */
export interface RotationWindow {
  readonly opens: number;
  readonly closes: number;
}

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** The beginning of the UTC day of an instant, in milliseconds. */
export const dayOf = (at: number) => Math.floor(at / DAY) * DAY;
