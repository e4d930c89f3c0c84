import { createStore, useStore } from './store';

const known = createStore<ReadonlyMap<string, boolean>>(new Map());

/** Tells whether a scope has saved views now. */
export function noteViews(scope: string, some: boolean): void {
  if (known.get().get(scope) !== some) known.set(new Map(known.get()).set(scope, some));
}

/** Whether a scope has saved views; what reads them is fetched only then. */
export function useHasViews(scope: string): boolean {
  return useStore(known).get(scope) ?? stored(scope);
}

function stored(scope: string): boolean {
  try {
    return (localStorage.getItem(`keyturn.views.${scope}`) ?? '[]') !== '[]';
  } catch {
    return false;
  }
}
