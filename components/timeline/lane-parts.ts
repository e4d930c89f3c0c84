import type { Interval, Lane } from '@/lib/domain/timeline/timeline';

/** A bar and where it lies, in pixels. */
export interface Drawn {
  readonly one: Interval;
  readonly left: number;
  readonly right: number;
}

// Bars narrower than that are drawn as one block while they touch: thousands would be neither seen nor quick.
const SLIM = 3;

/** What of a lane is in the window: bars, and blocks of bars that are too slim to tell apart. */
export function partsOf(lane: Lane, x: (at: number) => number, width: number) {
  const bars: Drawn[] = [];
  const blocks: { left: number; right: number; count: number }[] = [];
  let slim: Drawn[] = [];
  const close = () => {
    if (slim.length > 2) blocks.push({ left: slim[0]!.left, right: slim.at(-1)!.right, count: slim.length });
    else bars.push(...slim);
    slim = [];
  };
  for (const one of lane.intervals) {
    const left = Math.max(-2, x(one.from));
    const right = Math.min(width + 2, x(one.to));
    if (right < 0 || left > width) continue;
    const shown = one.certainty !== 'unknown' && one.versionId !== null;
    if (shown && right - left < SLIM) {
      if (slim.length > 0 && left - slim.at(-1)!.right > SLIM) close();
      slim.push({ one, left, right });
      continue;
    }
    // A gap narrower than a bar does not part what stands beside it.
    if (shown || right - left >= SLIM) {
      close();
      bars.push({ one, left, right });
    }
  }
  close();
  return { bars, blocks };
}
