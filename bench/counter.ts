/** Counts what AWS is asked, by the sandbox's own count. */
export interface Counter {
  /** Runs something; what AWS was asked meanwhile, as `Operation x times`, sorted. */
  during(work: () => Promise<unknown>): Promise<string>;
  /** How often an operation was asked since the counter was made. */
  total(operation: string): Promise<number>;
}

interface Entry {
  readonly operation: string;
  readonly count: number;
}

/** A counter of the calls from now on. */
export async function createCounter(endpoint: string): Promise<Counter> {
  const url = `${endpoint}/_sandbox/calls`;
  const totals = new Map<string, number>();
  /** What was counted since the last look; it then counts from zero. */
  const take = async () => {
    const entries: Entry[] = await (await fetch(url)).json();
    await fetch(url, { method: 'DELETE' });
    const counts = new Map<string, number>();
    for (const { operation, count } of entries) {
      counts.set(operation, (counts.get(operation) ?? 0) + count);
      totals.set(operation, (totals.get(operation) ?? 0) + count);
    }
    return counts;
  };
  await take();
  totals.clear();
  return {
    async during(work) {
      await take();
      await work();
      return spell(await take());
    },
    async total(operation) {
      await take();
      return totals.get(operation) ?? 0;
    },
  };
}

/** Counts in words, in one order, so that two of them can be compared. */
export function spell(counts: ReadonlyMap<string, number>): string {
  const words = [...counts].sort(([a], [b]) => a.localeCompare(b)).map(([name, count]) => `${count} ${name}`);
  return words.join(', ') || 'none';
}
