import { createContext, use, useSyncExternalStore } from 'react';

const stored = 'keyturn.first-zone';
const listeners = new Set<() => void>();
let local: boolean | undefined;

// Asked only once: a table of times would ask a thousand times.
let ownZone: string | undefined;
const localZone = () => {
  ownZone ??= Intl.DateTimeFormat().resolvedOptions().timeZone;
  return ownZone;
};

const localFirst = () => {
  local ??= typeof localStorage !== 'undefined' && localStorage.getItem(stored) === 'local';
  return local;
};

/** The zone every time is told in: UTC, or by the clock of this computer where that was chosen in this browser. */
export const firstZone = (): string => (localFirst() ? localZone() : 'UTC');

/** The other of the two, which stands beside or below where there is room. */
export const otherZone = (): string => (localFirst() ? 'UTC' : localZone());

/** Makes the other zone the first, for this browser. */
export function swapZones(): void {
  local = !localFirst();
  localStorage.setItem(stored, local ? 'local' : 'utc');
  for (const listener of listeners) listener();
}

/** The first zone for what stands in it: a listener of its own for each of a thousand times would cost in every frame. */
export const FirstZone = createContext('UTC');

/** The first zone; what calls this is drawn anew when it becomes another one. */
export const useFirstZone = (): string => use(FirstZone);

/** The first zone as it was chosen in this browser, for the context. */
export const useChosenZone = (): string => useSyncExternalStore(subscribe, firstZone, () => 'UTC');

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
