import { useCallback } from 'react';
import { createStore, useStore } from './store';

/** A setting that this browser keeps, for each scope by itself. */
export interface Kept<T> {
  read(scope: string): T;
  write(scope: string, next: T): void;
  subscribe(listener: () => void): () => void;
}

/**
 * A setting under `keyturn.<name>.<scope>`. What is found there is foreign input (an older version, another
 * program): `parse` makes of it what can be used, and of `undefined` the setting's beginning.
 */
export function createKept<T>(name: string, parse: (found: unknown) => T): Kept<T> {
  const keyOf = (scope: string) => `keyturn.${name}.${scope}`;
  const known = createStore<ReadonlyMap<string, T>>(new Map());
  const keep = (scope: string, value: T) => {
    known.set(new Map(known.get()).set(scope, value));
    return value;
  };
  return {
    // The same object until it is written: a new one in every render would look like a change.
    read: (scope) => known.get().get(scope) ?? keep(scope, parse(stored(keyOf(scope)))),
    write: (scope, next) => {
      keep(scope, next);
      try {
        localStorage.setItem(keyOf(scope), JSON.stringify(next));
      } catch {
        // Storage may be full or forbidden: then the setting holds until the page is left.
      }
    },
    subscribe: known.subscribe,
  };
}

function stored(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** A kept setting of a scope, and how to change it. */
export function useKept<T>(kept: Kept<T>, scope: string): [T, (next: T) => void] {
  const value = useStore({ ...kept, get: () => kept.read(scope), set: () => {} });
  const write = useCallback((next: T) => kept.write(scope, next), [kept, scope]);
  return [value, write];
}
