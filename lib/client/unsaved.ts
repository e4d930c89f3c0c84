import { createStore, useStore } from './store';

/** A way away from something typed: what is done once it is let go, and whether one form alone would be lost by it. */
interface Leaving {
  readonly go: () => void;
  readonly form?: object | undefined;
}

/** The forms on this page that hold something typed which nothing else keeps. */
export const unsavedForms = createStore<readonly object[]>([]);

/** Looks at each step in the browser's history before the router does. */
export const watch: { onStep?: ((event: PopStateEvent) => void) | undefined } = {};

// Whoever listens first is told first. This is read with the frame of every page, and the router listens only once that
// is on screen; a guard that came with its form would come too late.
if (typeof window !== 'undefined') window.addEventListener('popstate', (event) => watch.onStep?.(event));

/** Where somebody wants to go; undefined: nobody has to be asked. */
export const leaving = createStore<Leaving | undefined>(undefined);

/** Whether a form on this page holds something typed. */
export const useHasUnsaved = () => useStore(unsavedForms).length > 0;

/** Goes at once where nothing typed would be lost by it, of `form` or of the whole page; else whoever typed is asked first. */
export function leaveFor(go: () => void, form?: object): void {
  const forms = unsavedForms.get();
  if (form ? forms.includes(form) : forms.length > 0) leaving.set({ go, form });
  else go();
}
