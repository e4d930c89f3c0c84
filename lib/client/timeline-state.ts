import type { TimelineLine } from '@/lib/contract/answers';
import type { Problem } from '@/lib/contract/problem';
import { coverageOf, type Searched } from '@/lib/domain/timeline/searched';
import type { SecretEvent } from '@/lib/domain/timeline/secret-event';

type Found = Extract<TimelineLine, { kind: 'found' }>;

/** What has been read of a secret's past so far. */
export interface TimelineState {
  readonly found: readonly Found[];
  /** Why reading stopped. */
  readonly problem?: Problem | undefined;
  /** Whether the reading is over. */
  readonly ended: boolean;
  /** Whether there is more further back. */
  readonly more: boolean;
}

/** Nothing has been read. */
export const nothingFound: TimelineState = { found: [], ended: false, more: false };

/** The state after one more line. */
export function reduceTimeline(state: TimelineState, line: TimelineLine): TimelineState {
  switch (line.kind) {
    case 'found': {
      const others = state.found.filter(({ stream }) => stream.name !== line.stream.name);
      return { ...state, found: [...others, line] };
    }
    case 'stopped':
      return { ...state, problem: line.problem };
    case 'end':
      return { ...state, ended: true, more: line.more };
  }
}

/** The state while it is read again, or further back: what is known stays. */
export function readingOn(state: TimelineState): TimelineState {
  return { ...state, problem: undefined, ended: false };
}

/** Everything found, each event once, and how far it reaches. */
export function gathered({ found, problem }: TimelineState): { events: SecretEvent[]; searched: Searched } {
  const events = new Map<string, SecretEvent>();
  for (const { events: some } of found) for (const event of some) events.set(event.id, event);
  return {
    events: [...events.values()],
    searched: { streams: found.map(({ stream }) => stream), stopped: problem && stoppedBy(problem) },
  };
}

/** Whether all that moves AWSCURRENT has been read back to a moment, in epoch milliseconds. */
export function reachesTo(state: TimelineState, at: number): boolean {
  const covered = coverageOf('AWSCURRENT', gathered(state).searched);
  return covered !== undefined && covered.from <= at;
}

function stoppedBy({ code }: Problem): Searched['stopped'] {
  if (code === 'access-denied') return 'denied';
  return code === 'throttled' ? 'throttled' : 'failed';
}
