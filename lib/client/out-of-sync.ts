import { createStore, useStore } from './store';

const known = createStore<{ readonly scope: string; readonly count: number | undefined } | undefined>(
  undefined,
);

/** Notes how many replicas are out of sync, once all were read; undefined where too little could be read to say none. */
export function noteOutOfSync(scope: string, count: number | undefined): void {
  known.set({ scope, count });
}

/** How many replicas are out of sync; unknown until the matrix has read them all. Reads nothing itself. */
export function useOutOfSync(scope: string): number | undefined {
  const last = useStore(known);
  return last?.scope === scope ? last.count : undefined;
}
