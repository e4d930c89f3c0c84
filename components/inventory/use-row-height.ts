import type { Virtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useSyncExternalStore } from 'react';
import { useMedia } from '@/components/inventory/use-media';
import { rowHeights } from '@/components/ui/table';

const CARD = 64;
const HEAD = 28;

/** Heights in pixels, as the virtualiser needs them, from the reader's own type size: 28 at 16 px, cards 64. */
export function useRowHeight(): { rowHeight: number; headHeight: number } {
  const phone = useMedia('(width < 48rem)');
  const rem = useSyncExternalStore(never, remInPixels, () => 16) / 16;
  return { rowHeight: (phone ? CARD : rowHeights.compact) * rem, headHeight: phone ? 0 : HEAD * rem };
}

/** Lays all rows out anew when their height changes. */
export function useRowHeightChange(virtualizer: Virtualizer<HTMLDivElement, Element>, height: number): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height is what this waits for
  useLayoutEffect(() => virtualizer.measure(), [height, virtualizer]);
}

const never = () => () => {};
const remInPixels = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
