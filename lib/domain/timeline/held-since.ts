import type { Timeline } from './timeline.ts';

/** Since when a label has been on the version it is on now. */
export interface HeldSince {
  /** Epoch milliseconds. */
  readonly since: number;
  /** Whether AWS's records prove it; else it is the likeliest reading. */
  readonly sure: boolean;
}

/** Since when a label has been where it is at the timeline's end; undefined where nothing tells. */
export function heldSince({ lanes }: Timeline, label: string): HeldSince | undefined {
  const intervals = lanes.find((lane) => lane.label === label)?.intervals ?? [];
  const last = intervals.at(-1);
  if (!last || last.certainty === 'unknown' || last.versionId === null) return undefined;
  let begin = intervals.length - 1;
  while (intervals[begin - 1]?.versionId === last.versionId && intervals[begin - 1]?.certainty !== 'unknown')
    begin -= 1;
  const held = intervals.slice(begin);
  return { since: held[0]!.from, sure: held.every(({ certainty }) => certainty === 'known') };
}
