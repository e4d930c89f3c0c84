import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PlaceInfo } from '@/lib/contract/operator';
import type { FoldedSecret } from '@/lib/domain/fold';
import { type Part, unreadIn } from './combine-inventories';
import { fleetPlaces } from './fleet-places';
import { inventoryQuery, useFolded } from './inventory';
import { type InventoryState, isComplete, nothingRead } from './inventory-state';
import { useOperator } from './operator';
import { useCombined } from './use-combined';

/** The accounts that the table shows, each by the role it is read as. */
export function useFleetPlaces(): readonly PlaceInfo[] {
  const { data: operator } = useOperator();
  return useMemo(() => (operator ? fleetPlaces(operator.places, operator.scope) : []), [operator]);
}

/** What the table has read of its accounts, as it shows it. */
interface Loaded {
  readonly state: InventoryState;
  /** What is not read to its end: regions, of several accounts with their account. */
  readonly unread: readonly string[];
  readonly complete: boolean;
}

/** What was read so far of the accounts that the table shows; reads nothing itself. */
export function useLoadedFleet(places: readonly PlaceInfo[]): Loaded {
  const queries = useQueries({
    queries: places.map(({ scope }) => ({ ...inventoryQuery(scope), enabled: false })),
  });
  const several = places.length > 1;
  const parts = places.map(
    ({ account }, at): Part => ({
      account,
      state: queries[at]?.data,
      error: queries[at]?.error ?? undefined,
    }),
  );
  const combined = useCombined(several ? parts : NONE);
  const state = several ? combined : (parts[0]?.state ?? nothingRead);
  const unread = several
    ? unreadIn(parts)
    : state.regions.flatMap((region) => (isComplete(region) ? [] : [region.region]));
  return { state, unread, complete: state.ended && state.regions.length > 0 && unread.length === 0 };
}

const NONE: readonly Part[] = [];

/** The secrets of all accounts that the table shows, once all of them are read; reads nothing itself. */
export function useCompleteFleet(places: readonly PlaceInfo[]): readonly FoldedSecret[] | undefined {
  const { state, complete } = useLoadedFleet(places);
  const all = useFolded(complete ? state : nothingRead);
  return complete ? all : undefined;
}
