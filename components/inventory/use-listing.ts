import { useMemo, useState } from 'react';
import { useMatching } from '@/components/filter/use-matching';
import { useHeld } from '@/components/inventory/use-held';
import { usePaced } from '@/components/inventory/use-paced';
import { useAddressField } from '@/lib/client/address';
import { useFilter } from '@/lib/client/filter';
import { useFolded } from '@/lib/client/inventory';
import { type InventoryState, isComplete } from '@/lib/client/inventory-state';
import { type SortOrder, sortSecrets, toSortOrder } from '@/lib/domain/sort-secrets';

// Drawing takes time, and pages arrive faster than anyone can read them.
const PACE = 400;

/** The rows of the table: folded, filtered and sorted as the address says. */
export function useListing(state: InventoryState, running: boolean, now: number) {
  const { filter, setText, setFilter } = useFilter();
  const [asked, setAsked] = useAddressField('sort');
  const sort = toSortOrder(asked) ?? 'name';
  // One function for as long as the table is there: it is drawn anew for every other one.
  const [setSort] = useState(
    () => (order: SortOrder) => setAsked(order === 'name' ? null : order, 'replace'),
  );
  const shown = usePaced(state, PACE, !running);
  const held = useHeld(useFolded(shown), shown);
  const all = held.secrets;
  // The same map for every page of a region, or each page would draw all rows anew.
  const states = shown.regions
    .map((region) => `${region.region} ${region.state} ${isComplete(region)}`)
    .join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the states are what rows are drawn from
  const regions = useMemo(() => new Map(shown.regions.map((region) => [region.region, region])), [states]);
  const missing = shown.regions.flatMap((region) => (isComplete(region) ? [] : [region.region])).join();
  const unread = useMemo(() => (missing === '' ? [] : missing.split(',')), [missing]);
  const accounts = state.fleet === true;
  const context = useMemo(() => ({ now, unread, accounts }), [now, unread, accounts]);
  const match = useMatching(all, filter, context);
  const rows = useMemo(
    // Names that come close are in the order of closeness, unless another was asked for.
    () => (match.close && sort === 'name' ? match.rows : sortSecrets(match.rows, sort, context)),
    [match.rows, match.close, sort, context],
  );
  return { filter, setText, setFilter, sort, setSort, all, held, match, rows, regions, context };
}
