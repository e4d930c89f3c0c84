import { createStore, useStore } from './store';

/** Lists that this browser keeps for a scope, of which most have none: what reads them is fetched only then. */
type Listed = 'views' | 'pins';

const known = createStore<ReadonlyMap<string, boolean>>(new Map());
const keyOf = (name: Listed, scope: string) => `keyturn.${name}.${scope}`;

/** Tells whether there are any now. */
export function noteKept(name: Listed, scope: string, some: boolean): void {
  const key = keyOf(name, scope);
  if (known.get().get(key) !== some) known.set(new Map(known.get()).set(key, some));
}

/** Whether one of these scopes has any. */
export function useHasKept(name: Listed, scopes: readonly string[]): boolean {
  const now = useStore(known);
  return scopes.some((scope) => now.get(keyOf(name, scope)) ?? stored(keyOf(name, scope)));
}

function stored(key: string): boolean {
  try {
    return (localStorage.getItem(key) ?? '[]') !== '[]';
  } catch {
    return false;
  }
}
