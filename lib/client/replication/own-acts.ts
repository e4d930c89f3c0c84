import type { SecretEvent } from '@/lib/domain/timeline/secret-event';
import { createStore, useStore } from '../store';
import type { ActOrder } from './act';

// In memory: what this page has asked for, until CloudTrail tells it.
const acts = createStore<ReadonlyMap<string, readonly SecretEvent[]>>(new Map());
const NONE: readonly SecretEvent[] = [];
const keyOf = (scope: string, key: string) => `${scope} ${key}`;

/** One call that AWS took. */
export interface OwnCall {
  readonly order: Pick<ActOrder, 'key' | 'region'>;
  readonly name: string;
  readonly at: string;
  readonly requestId: string | undefined;
}

/** Notes a call that AWS took, so that it is told before CloudTrail has delivered it. */
export function noteOwnCall(scope: string, { order, name, at, requestId }: OwnCall): void {
  const event: SecretEvent = {
    ...{ id: `own-${requestId ?? at}`, name, at, undelivered: true },
    actor: { kind: 'person', name: 'you' },
    tool: { kind: 'keyturn', name: 'Keyturn' },
    effect: { kind: 'replication', step: 'changed', regions: [order.region] },
    ...(requestId ? { requestId } : {}),
  };
  const key = keyOf(scope, order.key);
  acts.set(new Map(acts.get()).set(key, [...(acts.get().get(key) ?? NONE), event]));
}

/** What this page has asked for of a secret, oldest first. */
export const useOwnCalls = (scope: string, key: string): readonly SecretEvent[] =>
  useStore(acts).get(keyOf(scope, key)) ?? NONE;
