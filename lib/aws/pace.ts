import 'server-only';
import { setTimeout as pause } from 'node:timers/promises';

/** How long each call of a kind has to wait so that no second has more of them than allowed. */
export interface Pace {
  /** Takes the next place in line; milliseconds until it comes. Time an idle line has gained is a second at most. */
  delay(line: string, perSecond: number): number;
}

/** Lines that nobody stands in yet; `now` is in milliseconds. */
export function createPace(now: () => number = () => performance.now()): Pace {
  const lines = new Map<string, number>();
  return {
    delay(line, perSecond) {
      const time = now();
      const place = Math.max(lines.get(line) ?? Number.NEGATIVE_INFINITY, time - SECOND);
      lines.set(line, place + SECOND / perSecond);
      return Math.max(0, place - time);
    },
  };
}

const SECOND = 1_000;
const pace = createPace();

/**
 * Waits for this process's turn to make a call that AWS counts per account and region, whoever makes it; rejects when
 * the signal aborts. The line is the one thing operators share: it has no identity.
 */
export async function turn(line: string, perSecond: number, signal: AbortSignal): Promise<void> {
  const delay = pace.delay(line, perSecond);
  if (delay > 0) await pause(delay, undefined, { signal });
}
