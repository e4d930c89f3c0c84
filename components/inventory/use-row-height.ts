import { useSyncExternalStore } from 'react';
import { remInPixels } from '@/components/inventory/track';
import { rowHeights } from '@/components/ui/table';
import type { Density } from '@/lib/client/table-layout';

const CARD = 64;
const HEAD = 28;

/** Heights in pixels, as the window needs them, from the reader's own type size: 28 to 40 at 16 px, cards 64. */
export function useRowHeight(density: Density, phone: boolean): { rowHeight: number; headHeight: number } {
  const rem =
    useSyncExternalStore(
      subscribe,
      () => (known ??= remInPixels()),
      () => 16,
    ) / 16;
  return { rowHeight: (phone ? CARD : rowHeights[density]) * rem, headHeight: phone ? 0 : HEAD * rem };
}

// Not asked whenever the table is drawn: the browser would have to settle all styles first.
let known: number | undefined;

function subscribe(changed: () => void): () => void {
  const look = () => {
    known = undefined;
    changed();
  };
  look();
  window.addEventListener('resize', look);
  return () => window.removeEventListener('resize', look);
}
