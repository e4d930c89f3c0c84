import type { QueryClient } from '@tanstack/react-query';
import type { Listing } from '@/lib/domain/cli-view/cli-view';
import { type InventoryState, nothingRead, shownPages } from '../inventory-state';

/** How the regions on screen were listed. */
export function listingOf(client: QueryClient, scope: string): Listing {
  const state = client.getQueryData<InventoryState>(['inventory', scope]) ?? nothingRead;
  return {
    source: state.source,
    at: state.sourceAt,
    regions: state.regions.map((region) => ({ region: region.region, at: shownPages(region).at })),
  };
}
