import { intervalAt } from './at-moment.ts';
import type { Timeline } from './timeline.ts';

/** A version that changes lanes: `from` is where it was, none for one that comes in from outside. */
export interface Arrow {
  readonly at: number;
  readonly from: string | undefined;
  readonly to: string;
}

/**
 * How versions move between lanes: a promotion falls from AWSPENDING to AWSCURRENT, a roll back climbs from AWSPREVIOUS,
 * and what AWSCURRENT leaves falls to AWSPREVIOUS.
 */
export function arrowsOf(timeline: Timeline): Arrow[] {
  const laneOf = (label: string) => timeline.lanes.find((lane) => lane.label === label);
  const [pending, current, previous] = [laneOf('AWSPENDING'), laneOf('AWSCURRENT'), laneOf('AWSPREVIOUS')];
  const before = (lane: typeof current, at: number) => {
    const found = lane && intervalAt(lane, at - 1);
    return found && found.certainty !== 'unknown' ? found.versionId : undefined;
  };
  return (current?.intervals ?? []).flatMap((one, index, all) => {
    const last = all[index - 1];
    // What only a creation date suggests did not happen at a known moment.
    if (
      !last ||
      one.reason === 'creation-date' ||
      one.certainty === 'unknown' ||
      one.versionId === null ||
      last.versionId === one.versionId
    )
      return [];
    const { from: at, versionId } = one;
    const came =
      before(pending, at) === versionId
        ? 'AWSPENDING'
        : before(previous, at) === versionId
          ? 'AWSPREVIOUS'
          : undefined;
    const after = previous && intervalAt(previous, at);
    const left =
      after?.certainty !== 'unknown' && after?.versionId != null && after.versionId === last.versionId;
    return [
      { at, from: came, to: 'AWSCURRENT' },
      ...(left ? [{ at, from: 'AWSCURRENT', to: 'AWSPREVIOUS' }] : []),
    ];
  });
}
