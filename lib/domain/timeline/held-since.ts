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
  const [first, before] = [held[0]!, intervals[begin - 1]];
  // The edge of what is known is no beginning: the label may have been there before, whatever event stands there.
  if (first.certainty === 'known' && before?.certainty === 'unknown') return undefined;
  const begins = !before || before.certainty === 'known';
  return { since: first.from, sure: begins && held.every(({ certainty }) => certainty === 'known') };
}
