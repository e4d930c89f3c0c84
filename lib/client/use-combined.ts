import { useRef } from 'react';
import { combineInventories, type Part } from './combine-inventories';
import type { InventoryState } from './inventory-state';
import { problemIn } from './request';

/** The inventories of several accounts as one: the same object until a part of it is another one, for rows are drawn from it. */
export function useCombined(parts: readonly Part[]): InventoryState {
  const kept = useRef<{ readonly parts: readonly Part[]; readonly state: InventoryState }>(undefined);
  const known = kept.current;
  const same =
    known?.parts.length === parts.length &&
    known.parts.every((part, at) => {
      const { account, state, error } = parts[at]!;
      return part.account === account && part.state === state && part.error === error;
    });
  if (!known || !same) kept.current = { parts, state: combineInventories(parts, problemIn) };
  return kept.current!.state;
}
