import { createStore, useStore } from '../store';

const known = createStore<{ readonly scope: string; readonly count: number } | undefined>(undefined);

/** Notes how many secrets fail to rotate, once all that is read by itself was read; `undefined`: nobody can tell. */
export function noteRotationCount(scope: string, count: number | undefined): void {
  known.set(count === undefined ? undefined : { scope, count });
}

/** How many secrets fail to rotate; unknown until Rotation has read. Reads nothing itself. */
export function useRotationCount(scope: string): number | undefined {
  const last = useStore(known);
  return last?.scope === scope ? last.count : undefined;
}
