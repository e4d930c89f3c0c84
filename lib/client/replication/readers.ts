import { useMemo, useSyncExternalStore } from 'react';
import { useStore } from '../store';
import { createReader, type ReplicationReader } from './reader';

// In memory, not in storage: what a page has read ends with it.
const readers = new Map<string, ReplicationReader>();

/** The reader of a scope, the same on every page of this tab. */
export function readerOf(scope: string): ReplicationReader {
  const known = readers.get(scope) ?? createReader(scope);
  readers.set(scope, known);
  return known;
}

/** The reader of a scope, and a number that rises with what it reads. */
export function useReader(scope: string): readonly [ReplicationReader, number] {
  const reader = readerOf(scope);
  return [reader, useStore(reader.version)];
}

/** The readers of several scopes, and a number that rises with what any of them reads. */
export function useReaders(
  places: readonly { readonly scope: string }[],
): readonly [readonly ReplicationReader[], number] {
  const all = useMemo(() => places.map(({ scope }) => readerOf(scope)), [places]);
  const [subscribe, count] = useMemo(() => {
    const watch = (listener: () => void) => {
      const ends = all.map(({ version }) => version.subscribe(listener));
      return () => {
        for (const end of ends) end();
      };
    };
    return [watch, () => all.reduce((sum, { version }) => sum + version.get(), 0)] as const;
  }, [all]);
  return [all, useSyncExternalStore(subscribe, count, count)];
}
