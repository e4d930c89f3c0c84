import { useMemo } from 'react';
import type { PutAside } from '@/lib/domain/rotation-fleet/split-snoozed';
import { awsNow } from '../aws-time';
import { createKept, useKept } from '../kept';

const MOST = 200;
const isSnooze = (one: unknown): one is PutAside => {
  const { id, until, secrets } = { ...(one as Partial<PutAside> | null) };
  return typeof id === 'string' && typeof until === 'string' && typeof secrets === 'number';
};

/** What is kept of snoozes, as far as it can be used. */
export const parseSnoozes = (found: unknown): readonly PutAside[] =>
  Array.isArray(found) ? found.filter(isSnooze).slice(-MOST) : [];

const kept = createKept('rotation-snooze', parseSnoozes);

/** The snoozed groups of a scope, on this browser alone, and how to snooze and wake one. */
export function useSnoozes(scope: string) {
  const [snoozes, write] = useKept(kept, scope);
  return useMemo(() => {
    const others = (id: string) =>
      snoozes.filter((one) => one.id !== id && Date.parse(one.until) > awsNow()).slice(-MOST + 1);
    return {
      snoozes,
      snooze: (id: string, secrets: number, forMs: number) =>
        write([...others(id), { id, secrets, until: new Date(awsNow() + forMs).toISOString() }]),
      wake: (id: string) => write(others(id)),
    };
  }, [snoozes, write]);
}
