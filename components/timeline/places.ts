import type { LanePlace } from '@/components/timeline/lane-bars';
import type { Lane } from '@/lib/domain/timeline/timeline';

const HEIGHTS: Readonly<Record<string, number>> = { AWSPENDING: 26, AWSCURRENT: 40, AWSPREVIOUS: 26 };
const OWN = 20;
const GAP = 22;
const OWN_GAP = 8;

/** Where each lane lies, from the top; `height` ends below the dots of the versions and the two axes. */
export function placesOf(lanes: readonly Lane[]) {
  const places: LanePlace[] = [];
  let top = 8;
  for (const lane of lanes) {
    const own = !Object.hasOwn(HEIGHTS, lane.label);
    const height = HEIGHTS[lane.label] ?? OWN;
    if (own && places.length > 3) top -= GAP - OWN_GAP;
    places.push({ lane, top, height });
    top += height + GAP;
  }
  return { places, dots: top - 4, axis: top + 14, height: top + 14 + 34 };
}
