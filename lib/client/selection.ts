import { useCallback } from 'react';
import { createStore, useStore } from './store';

// In memory, not in storage: a key is an ARN, and nothing of the account may stay in a browser after sign-out.
const selections = createStore<ReadonlyMap<string, ReadonlySet<string>>>(new Map());
const none: ReadonlySet<string> = new Set();

/** The secrets selected in a scope, by key, and how to select others. */
export function useSelection(scope: string): [ReadonlySet<string>, (next: ReadonlySet<string>) => void] {
  const selected = useStore(selections).get(scope) ?? none;
  const select = useCallback(
    (next: ReadonlySet<string>) => selections.set(new Map(selections.get()).set(scope, next)),
    [scope],
  );
  return [selected, select];
}

/** Forgets what was selected, when the operator changes. */
export function forgetSelections(): void {
  selections.set(new Map());
}
