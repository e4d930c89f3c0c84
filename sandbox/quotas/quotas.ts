import { rateOf } from './rates.ts';

/** A call as a quota counts it: on the caller's account, whoever owns the resource. */
export interface Counted {
  readonly account: string;
  readonly region: string;
  readonly service: string;
  readonly operation: string;
}

/** How many calls an account may make. */
export interface Quotas {
  /** Counts a call; false when there were too many, and then it is not to be carried out. */
  take(call: Counted): boolean;
}

interface Bucket {
  tokens: number;
  filled: number;
}

/**
 * Token buckets, each holding one second's calls. They fill by the wall's time: a quota is about real load,
 * and skipping virtual time must not buy calls. Time is in milliseconds.
 */
export function createQuotas(wall: () => number = () => performance.now()): Quotas {
  const buckets = new Map<string, Bucket>();
  return {
    take({ account, region, service, operation }) {
      const { group, perSecond } = rateOf(service, operation, region);
      const key = `${account}/${region}/${service}/${group}`;
      const now = wall();
      const bucket = buckets.get(key) ?? { tokens: perSecond, filled: now };
      buckets.set(key, bucket);
      bucket.tokens = Math.min(perSecond, bucket.tokens + ((now - bucket.filled) / 1000) * perSecond);
      bucket.filled = now;
      if (bucket.tokens < 1) return false;
      bucket.tokens -= 1;
      return true;
    },
  };
}

/** Quotas that never run out. */
export const noQuotas: Quotas = { take: () => true };
