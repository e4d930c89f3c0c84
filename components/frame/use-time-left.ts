'use client';

import { useClock } from '@/components/frame/use-clock';
import { useFirstZone } from '@/components/ui/first-zone';
import { span, zoned } from '@/components/ui/time-format';

/** How long a sign-in lasts: the end on the clock the screen shows, and what is left. */
export interface TimeLeft {
  readonly until: string;
  readonly left: string;
  /** The last ten minutes: time to finish or sign in again. */
  readonly short: boolean;
}

/**
 * Credentials end by wall time, while the screen may go by another clock (the sandbox's). So the time left is
 * measured on the wall, and the end is told on the clock that is shown.
 */
export function useTimeLeft(expires: string, now: () => number): TimeLeft | undefined {
  useFirstZone();
  const wall = useClock(Date.now, 15_000);
  if (wall === undefined) return undefined;
  const left = Date.parse(expires) - Date.now();
  const end = new Date(Math.round((now() + left) / 1_000) * 1_000);
  return {
    until: left > 0 ? `Signed in to ${zoned(end, false)}` : 'The sign-in has ended',
    // Rounded: a sign-in of twelve hours begins with twelve.
    left: left > 0 ? `${span(left + 30_000)} left` : 'ended',
    short: left < 10 * 60_000,
  };
}
