import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PlaceInfo } from '@/lib/contract/operator';
import { accountNumber } from '@/lib/domain/account-number';
import { regionOf } from '@/lib/domain/account-region';
import type { Part } from './combine-inventories';
import { fleetTurns } from './fleet-turns';
import { endReadings, inventoryQuery, readAgain } from './inventory';
import { nothingRead } from './inventory-state';
import { useCombined } from './use-combined';

const fleetQuery = (scope: string) => {
  const query = inventoryQuery(scope);
  const { queryFn } = query;
  return {
    ...query,
    ...(typeof queryFn === 'function' && {
      queryFn: (context: Parameters<typeof queryFn>[0]) => fleetTurns.take(() => queryFn(context)),
    }),
  };
};

/** The inventory of one of several accounts, read when its turn comes. */
export function usePlaceInventory(scope: string) {
  const client = useQueryClient();
  const { data: state = nothingRead, error, refetch } = useQuery(fleetQuery(scope));
  return {
    ...{ state, error, refetch },
    retry: (regions: readonly string[]) => readAgain(client, scope, regions),
  };
}

/** The inventories of several accounts as one: each is read as itself, and one that fails is a region of its own name. */
export function useFleet(places: readonly PlaceInfo[]) {
  const client = useQueryClient();
  const queries = useQueries({ queries: places.map(({ scope }) => fleetQuery(scope)) });
  const parts = places.map(
    ({ account }, at): Part => ({
      account,
      state: queries[at]?.data,
      error: queries[at]?.error ?? undefined,
    }),
  );
  const state = useCombined(parts);
  return {
    state,
    error: null,
    isFetching: queries.some(({ isFetching }) => isFetching),
    refetch: () => Promise.all(queries.map((query) => query.refetch())),
    retry: (names: readonly string[]) => {
      for (const [at, { account, scope }] of places.entries()) {
        const own = names.filter((name) => name.startsWith(accountNumber(account)));
        const regions = own.filter((name) => name.includes(' ')).map(regionOf);
        if (own.length > regions.length) void queries[at]?.refetch();
        else if (regions.length > 0) readAgain(client, scope, regions);
      }
    },
    stop: () => {
      fleetTurns.dismiss();
      endReadings('stopped');
    },
  };
}
