import type { Segment } from '@/components/ui/progress-line';
import { type RegionProgress, shownPages } from '@/lib/client/inventory-state';

/** How many entries a region has listed: so far while it is read, else those on screen. */
export const listed = (region: RegionProgress): number =>
  (region.state === 'reading' ? region : shownPages(region)).pages.reduce(
    (sum, page) => sum + page.length,
    0,
  );

/**
 * The regions as stretches of a progress line. AWS gives no totals: a region that is being read keeps half of
 * the largest region open ahead of it, and one that failed is drawn closed.
 */
export function segmentsOf(regions: readonly RegionProgress[]): Segment[] {
  const ahead = Math.max(100, ...regions.map(listed)) / 2;
  return regions.flatMap((region): Segment[] => {
    const key = region.region;
    if (region.state === 'failed' || region.state === 'stopped')
      return [{ key, share: ahead / 2, state: 'closed' }];
    if (region.state === 'done') return [{ key, share: Math.max(listed(region), 20), state: 'done' }];
    return [
      { key, share: listed(region), state: 'running' },
      { key: `${key} ahead`, share: ahead, state: 'ahead' },
    ];
  });
}
