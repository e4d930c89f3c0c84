import { createStore, useStore } from './store';

const count = createStore<number | undefined>(undefined);

/** Notes how many secrets there are in all accounts together; undefined until all are read. */
export const noteFleetCount = (all: number | undefined): void => count.set(all);

/** How many secrets there are in all accounts together; undefined with one account, or before all are read. */
export const useFleetCount = (): number | undefined => useStore(count);
