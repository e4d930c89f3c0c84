import type { Problem } from '@/lib/contract/problem';
import type { RotationLine } from '@/lib/contract/rotation';
import type { RotationEvent } from '@/lib/domain/rotation/rotation-event';
import type { SearchedStream } from '@/lib/domain/timeline/searched';

/** What CloudTrail has told of one region's rotations. */
export interface RegionTold {
  readonly region: string;
  readonly streams: readonly SearchedStream[];
  /** By the name of the stream. */
  readonly events: ReadonlyMap<string, readonly RotationEvent[]>;
  readonly problem?: Problem;
  readonly done: boolean;
  /** There is more further back, which is read when asked for. */
  readonly more: boolean;
}

/** A region of which nothing has been read. */
export function nothingTold(region: string): RegionTold {
  return { region, streams: [], events: new Map(), done: false, more: false };
}

/** What a region has told after one more line of its stream. */
export function reduceTold(told: RegionTold, line: RotationLine): RegionTold {
  switch (line.kind) {
    case 'found':
      return {
        ...told,
        streams: [...told.streams.filter(({ name }) => name !== line.stream.name), line.stream],
        events: new Map(told.events).set(line.stream.name, line.events),
      };
    case 'region-failed':
      return { ...told, done: true, problem: line.problem };
    case 'region-done':
      return { ...withoutProblem(told), done: true, more: line.more };
    case 'end':
      return { ...told, done: true };
  }
}

const withoutProblem = ({ problem: _, ...told }: RegionTold): RegionTold => told;

/** Everything told, each event once. */
export function eventsOf(regions: readonly RegionTold[]): RotationEvent[] {
  const events = new Map<string, RotationEvent>();
  for (const told of regions)
    for (const some of told.events.values()) for (const event of some) events.set(event.id, event);
  return [...events.values()];
}

/** How far back failures were looked for in a region; undefined while that was not read. */
export function reachOf({ streams }: RegionTold): SearchedStream | undefined {
  return streams.find(({ name }) => name === 'RotationFailed');
}
