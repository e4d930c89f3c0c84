import type { Problem } from '@/lib/contract/problem';
import type { InventoryState } from './inventory-state';
import { isComplete } from './inventory-state';

/** Regions whose listing failed alike, or was stopped before its end: then there is no problem to tell. */
export interface Unlisted {
  readonly regions: readonly string[];
  readonly problem?: Problem;
}

/** What an ended reading of the listing has not brought: one role refused in seventeen regions is one problem. */
export function unlistedOf(state: InventoryState): Unlisted[] {
  if (!state.ended) return [];
  const kinds = new Map<string, { regions: string[]; problem?: Problem }>();
  for (const region of state.regions) {
    if (isComplete(region) || region.state === 'reading') continue;
    const { problem } = region;
    const kind = `${problem?.code} ${problem?.action}`;
    const known = kinds.get(kind);
    if (known) known.regions.push(region.region);
    else kinds.set(kind, { regions: [region.region], ...(problem ? { problem } : {}) });
  }
  return [...kinds.values()];
}
