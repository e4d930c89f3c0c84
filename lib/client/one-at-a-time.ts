import { useRef } from 'react';

/**
 * Runs one thing at a time, and drops what is asked for meanwhile: two clicks can come before anything on screen shows
 * the first one's effect.
 */
export function useOneAtATime(): (run: () => Promise<unknown>) => Promise<void> {
  const under = useRef(false);
  return async (run) => {
    if (under.current) return;
    under.current = true;
    try {
      await run();
    } finally {
      under.current = false;
    }
  };
}
