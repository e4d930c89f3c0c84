'use client';

import { useSyncExternalStore } from 'react';

/**
 * A clock in steps: the component renders again once per step only. Undefined on the server and in the first
 * client render, where the reader's time is not known.
 */
export function useClock(now: () => number, step: number): number | undefined {
  return useSyncExternalStore<number | undefined>(
    tick,
    () => Math.floor(now() / step) * step,
    () => undefined,
  );
}

function tick(changed: () => void) {
  const timer = setInterval(changed, 500);
  return () => clearInterval(timer);
}
