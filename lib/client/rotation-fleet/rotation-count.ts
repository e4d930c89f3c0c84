import { createStore, useStore } from '../store';

const known = createStore<ReadonlyMap<string, number | undefined>>(new Map());

/** Notes how many secrets fail to rotate, once all that is read by itself was read; `undefined`: nobody can tell. */
export function noteRotationCount(scope: string, count: number | undefined): void {
  if (known.get().get(scope) !== count) known.set(new Map(known.get()).set(scope, count));
}

/** Forgets all counts: there are other accounts now. */
export const forgetRotationCounts = (): void => known.set(new Map());

/** How many secrets fail to rotate; unknown until Rotation has read. Reads nothing itself. */
export function useRotationCount(scope: string): number | undefined {
  return useStore(known).get(scope);
}
