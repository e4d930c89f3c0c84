import 'server-only';

/**
 * Yields what several sources yield, in the order it arrives, so that a slow one holds up none of the others.
 * Each source must not throw: a failure is one of its values.
 */
export async function* merge<T>(sources: readonly AsyncIterable<T>[]): AsyncGenerator<T> {
  const open = sources.map((source) => source[Symbol.asyncIterator]());
  const next = (index: number) => open[index]!.next().then((result) => ({ index, result }));
  const waiting = new Map(open.map((_, index) => [index, next(index)]));
  try {
    while (waiting.size > 0) {
      const { index, result } = await Promise.race(waiting.values());
      if (result.done) waiting.delete(index);
      else {
        waiting.set(index, next(index));
        yield result.value;
      }
    }
  } finally {
    // The reader left early: let every source end its own work. They may be waiting, so this is not awaited.
    for (const iterator of open) void iterator.return?.(undefined);
  }
}
