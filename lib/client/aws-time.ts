import { useSyncExternalStore } from 'react';
import { createStore } from './store';

// AWS's clock may run apart from this machine's (the sandbox's is virtual): "now" is what AWS says it is.
let offset = 0;
const tick = createStore(0);

/** Notes AWS's clock from an answer; its Date header has whole seconds, so small differences mean nothing. */
export function noteAwsTime(at: string): void {
  const difference = Date.parse(at) - Date.now();
  if (Number.isNaN(difference)) return;
  offset = Math.abs(difference) < 2_500 ? 0 : difference;
}

/** Forgets the clock of a scope that is left. */
export function forgetAwsTime(): void {
  offset = 0;
}

/** AWS's clock now, in epoch milliseconds. */
export function awsNow(): number {
  return Date.now() + offset;
}

let watchers = 0;
let timer: ReturnType<typeof setInterval> | undefined;
const ticking = {
  subscribe: (listener: () => void) => {
    const leave = tick.subscribe(listener);
    if (watchers++ === 0) {
      tick.set(second());
      timer = setInterval(() => tick.set(second()), 1_000);
    }
    return () => {
      leave();
      if (--watchers === 0) clearInterval(timer);
    };
  },
};
const second = () => Math.floor(awsNow() / 1_000) * 1_000;

/**
 * AWS's clock as state, 0 before the first render in a browser. It goes on every `step` milliseconds and is up to a
 * step ahead, never behind: what has just happened does not lie in the future.
 */
export function useAwsNow(step = 1_000): number {
  const stepped = () => Math.ceil(tick.get() / step) * step;
  return useSyncExternalStore(ticking.subscribe, stepped, stepped);
}

/** Whether something is so at AWS's clock: asked every second, drawn anew when the answer is another. */
export function useAwsNowIs(so: (now: number) => boolean): boolean {
  const answer = () => so(tick.get());
  return useSyncExternalStore(ticking.subscribe, answer, answer);
}
