import { createKept, useKept } from '../kept';

const MOST = 5_000;

/** What is kept of a run that adds replicas, as far as it can be used: the ids of the steps that are not done. */
export function parseAdding(found: unknown): readonly string[] {
  return Array.isArray(found) ? found.filter((id) => typeof id === 'string').slice(0, MOST) : [];
}

const kept = createKept('replication-adding', parseAdding);

/** What is left of a run that adds replicas: kept on this browser, because closing the tab ends it. */
export function useKeptAdding(scope: string) {
  const [left, write] = useKept(kept, scope);
  return {
    left,
    keep: write,
    done: (id: string) =>
      kept.write(
        scope,
        kept.read(scope).filter((one) => one !== id),
      ),
    drop: () => write([]),
  };
}
