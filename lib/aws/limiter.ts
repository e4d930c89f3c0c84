import 'server-only';

/** A rate that several operators share: one account's allowance of one API in one region. */
export interface Limiter {
  /** Waits for a turn; rejects with the signal's reason when its holder leaves first. */
  take(who: string, signal?: AbortSignal): Promise<void>;
  /** AWS says that it was too much, whoever else asks: everybody waits, longer each time. */
  throttled(): void;
  /** AWS has answered: the next throttling begins with a short wait again. */
  answered(): void;
}

interface Waiting {
  readonly go: () => void;
}

const LONGEST_PAUSE = 8_000;

/**
 * So many calls a second, `burst` of them at once after a quiet time. Turns go round the operators, so that whoever
 * asks for many pages holds up nobody who asks for one.
 */
export function createLimiter({ perSecond, burst }: { perSecond: number; burst: number }): Limiter {
  const queues = new Map<string, Waiting[]>();
  let tokens = burst;
  let filled = performance.now();
  let pausedUntil = 0;
  let strikes = 0;
  let timer: NodeJS.Timeout | undefined;

  function pump(): void {
    clearTimeout(timer);
    timer = undefined;
    for (;;) {
      const now = performance.now();
      tokens = Math.min(burst, tokens + ((now - filled) / 1_000) * perSecond);
      filled = now;
      const [first] = queues;
      if (!first) return;
      const wait = Math.max(pausedUntil - now, ((1 - tokens) / perSecond) * 1_000);
      if (wait > 0) {
        timer = setTimeout(pump, Math.ceil(wait));
        return;
      }
      tokens -= 1;
      const [who, [next, ...rest]] = first;
      queues.delete(who);
      // Behind all others: one turn each.
      if (rest.length > 0) queues.set(who, rest);
      next?.go();
    }
  }

  function leave(who: string, waiting: Waiting): void {
    const rest = (queues.get(who) ?? []).filter((one) => one !== waiting);
    if (rest.length > 0) queues.set(who, rest);
    else queues.delete(who);
  }

  return {
    take(who, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const gone = () => {
          leave(who, waiting);
          reject(signal?.reason);
        };
        const waiting = {
          go: () => {
            signal?.removeEventListener('abort', gone);
            resolve();
          },
        };
        signal?.addEventListener('abort', gone, { once: true });
        queues.set(who, [...(queues.get(who) ?? []), waiting]);
        if (timer === undefined) pump();
      });
    },
    throttled() {
      const pause = Math.min(LONGEST_PAUSE, 500 * 2 ** strikes);
      strikes += 1;
      tokens = 0;
      filled = performance.now();
      // Not all servers of an account come back at the same instant.
      pausedUntil = filled + pause * (0.75 + Math.random() / 2);
    },
    answered() {
      strikes = 0;
    },
  };
}

const MOST_LIMITERS = 500;
const limiters = new Map<string, Limiter>();

/**
 * The allowance of LookupEvents, which AWS sets for an account in a region and does not raise: two a second. A little
 * less is taken, and not two at once, because calls do not arrive as evenly as they are sent: the first take longer.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html
 */
export function lookupLimiter(account: string, region: string): Limiter {
  const key = `${account}|${region}`;
  const limiter = limiters.get(key) ?? createLimiter({ perSecond: 1.95, burst: 1.7 });
  limiters.delete(key);
  limiters.set(key, limiter);
  const [oldest] = limiters.keys();
  if (limiters.size > MOST_LIMITERS && oldest !== undefined) limiters.delete(oldest);
  return limiter;
}
