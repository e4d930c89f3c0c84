'use client';

import { useSyncExternalStore } from 'react';

/**
 * A clock in steps: the component renders again once per step only. Undefined on the server and in the first
 * client render, where the reader's time is not known.
 */
export function useClock(now: () => number, step: number): number | undefined {
  return useTicking(() => Math.floor(now() / step) * step);
}

/** What a clock's hands make of something, asked twice a second: the component renders again when it is another. */
export function useTicking<T>(read: () => T): T | undefined {
  return useSyncExternalStore<T | undefined>(tick, read, () => undefined);
}

function tick(changed: () => void) {
  const timer = setInterval(changed, 500);
  return () => clearInterval(timer);
}
