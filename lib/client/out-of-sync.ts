import { createStore, useStore } from './store';

const known = createStore<ReadonlyMap<string, number | undefined>>(new Map());

/** Notes how many replicas are out of sync, once all were read; undefined where too little could be read to say none. */
export function noteOutOfSync(scope: string, count: number | undefined): void {
  if (known.get().get(scope) !== count) known.set(new Map(known.get()).set(scope, count));
}

/** Forgets all counts: there are other accounts now. */
export const forgetOutOfSync = (): void => known.set(new Map());

/** How many replicas are out of sync; unknown until the matrix has read them all. Reads nothing itself. */
export function useOutOfSync(scope: string): number | undefined {
  return useStore(known).get(scope);
}
