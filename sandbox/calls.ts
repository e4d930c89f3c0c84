/** What a count of calls is kept by. */
export interface CallKey {
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  /** The operator's name. */
  readonly principal: string;
}

/** How often each verified call has come in, faults included: what a client really sent. */
export interface Calls {
  record(call: CallKey): void;
  list(): (CallKey & { readonly count: number })[];
  clear(): void;
}

/** Counts of nothing yet. */
export function createCalls(): Calls {
  const counts = new Map<string, CallKey & { count: number }>();
  return {
    record({ service, operation, region, principal }) {
      const key = JSON.stringify([service, operation, region, principal]);
      const known = counts.get(key);
      if (known) known.count += 1;
      else counts.set(key, { service, operation, region, principal, count: 1 });
    },
    list: () => [...counts.values()].map((entry) => ({ ...entry })),
    clear: () => counts.clear(),
  };
}
