import { createStore, useStore } from './store';

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
  ...tick,
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

/** AWS's clock as state, renewed every second; 0 before the first render in a browser. */
export function useAwsNow(): number {
  return useStore(ticking);
}
