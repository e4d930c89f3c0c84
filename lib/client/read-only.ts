import type { OperatorInfo } from '@/lib/contract/operator';
import { createStore, useStore } from './store';

const words = createStore<string | undefined>(undefined);

/** Keeps whether this console makes changes at all. */
export function noteReadOnly(operator: OperatorInfo | null): void {
  words.set(operator?.readOnly ? 'This console is read-only: it changes nothing at AWS' : undefined);
}

/** Why nothing can be changed here, on every control that would; undefined where changes are made. */
export function useReadOnly(): string | undefined {
  return useStore(words);
}
