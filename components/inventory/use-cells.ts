import { useEffect, useState } from 'react';
import { cells, type MoreCells } from '@/components/inventory/cell';
import type { Column } from '@/components/inventory/columns';

/** How each field is drawn; what only some tables show is fetched for those. */
export function useCells(shown: readonly Column[]): MoreCells {
  const [all, setAll] = useState(cells);
  const missing = shown.some(({ key }) => !all[key]);
  useEffect(() => {
    if (missing) void import('./more-cells').then(({ moreCells }) => setAll({ ...cells, ...moreCells }));
  }, [missing]);
  return all;
}
