import { createStore, useStore } from './store';

const ended = createStore<string | undefined>(undefined);

/** Notes that the doors no longer know the operator, with AWS's or our sentence for it. */
export function noteSessionEnd(detail: string): void {
  ended.set(detail);
}

/** Why the sign-in has ended, once it has. */
export function useSessionEnd(): string | undefined {
  return useStore(ended);
}

/** The same operator has signed in again: the doors know them. */
export function forgetSessionEnd(): void {
  ended.set(undefined);
}
