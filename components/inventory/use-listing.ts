import { useDeferredValue, useMemo } from 'react';
import { usePaced } from '@/components/inventory/use-paced';
import { useAddressField, useTypedAddressField } from '@/lib/client/address';
import { useFolded } from '@/lib/client/inventory';
import type { InventoryState } from '@/lib/client/inventory-state';
import { matchesFilter } from '@/lib/domain/filter';
import { lastRead } from '@/lib/domain/last-read';
import { sortOrders, sortSecrets } from '@/lib/domain/sort-secrets';

// Folding takes tens of milliseconds at 20,000 rows, and pages arrive faster than anyone can read them.
const PACE = 400;

/** The rows of the table: folded, filtered and sorted as the address says. */
export function useListing(state: InventoryState, reading: boolean, today: string) {
  const [filter, setFilter] = useTypedAddressField('q');
  const [asked, setAsked] = useAddressField('sort');
  const sort = sortOrders.find((order) => order === asked) ?? 'name';
  const setSort = (order: typeof sort) => setAsked(order === 'name' ? null : order, 'replace');
  const shown = usePaced(state, PACE, !reading);
  const all = useFolded(shown);
  // Typing renders at once with the rows of before; the new ones follow when there is time.
  const applied = useDeferredValue(filter);
  const regions = useMemo(() => new Map(shown.regions.map(({ region, state }) => [region, state])), [shown]);
  const unread = useMemo(
    () => [...regions].flatMap(([region, state]) => (state === 'done' ? [] : [region])),
    [regions],
  );
  const rows = useMemo(() => {
    const matching = applied.trim() === '' ? all : all.filter((secret) => matchesFilter(secret, applied));
    return sortSecrets(matching, sort, (secret) => lastRead(secret, unread, today));
  }, [all, applied, sort, unread, today]);
  return { filter, setFilter, applied, sort, setSort, all, rows, regions, unread };
}
