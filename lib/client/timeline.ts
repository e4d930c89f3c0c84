import { type QueryClient, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SecretReading, TimelineLine } from '@/lib/contract/answers';
import { lostProblem } from '@/lib/contract/lost';
import { timelinePath } from '@/lib/contract/view-paths';
import { arnInRegion } from '@/lib/domain/arn';
import { isReplica } from '@/lib/domain/secret';
import { rebuildTimeline } from '@/lib/domain/timeline/rebuild-timeline';
import type { SecretEvent } from '@/lib/domain/timeline/secret-event';
import type { Timeline } from '@/lib/domain/timeline/timeline';
import { useOwnEvents, withOwnEvents } from './own-events';
import { problemIn } from './request';
import {
  gathered,
  nothingFound,
  reachesTo,
  readingOn,
  reduceTimeline,
  type TimelineState,
} from './timeline-state';
import { readLines } from './views';

const timelineQuery = (scope: string, arn: string) =>
  queryOptions({
    queryKey: keyOf(scope, arn),
    queryFn: ({ client, signal }) => readInto(client, { scope, arn }, signal),
    staleTime: 60_000,
    // Thousands of events that no render compares.
    structuralSharing: false,
  });

const keyOf = (scope: string, arn: string) => ['timeline', scope, arn] as const;

// What was told stays on screen while it is read again or further back, and grows line by line.
async function readInto(
  client: QueryClient,
  { scope, arn, ...more }: { scope: string; arn: string; further?: '1'; until?: string },
  signal: AbortSignal,
): Promise<TimelineState> {
  const queryKey = keyOf(scope, arn);
  let state = readingOn(client.getQueryData<TimelineState>(queryKey) ?? nothingFound);
  client.setQueryData(queryKey, state);
  for await (const line of readTimeline({ scope, arn, ...more }, signal)) {
    state = reduceTimeline(state, line);
    client.setQueryData(queryKey, state);
  }
  return state;
}

/** A secret's past as far as it is known now, growing while CloudTrail is read. */
export interface TimelineReading {
  readonly timeline: Timeline;
  /** Oldest and newest in no order; what only read is among them. */
  readonly events: readonly SecretEvent[];
  readonly state: TimelineState;
  readonly readAgain: () => void;
  readonly readFurther: () => void;
  /** Reads on until it is known where AWSCURRENT was at a moment, but no more than so many pages at a time. */
  readonly readBackTo: (at: number) => void;
  /** That is what is being done now. */
  readonly readingBack: boolean;
}

/** The most pages that reading back to a moment costs before it asks again. */
export const BACK_PAGES = 24;
// As many as one request reads.
const PAGES_AT_ONCE = 8;

/** Where a secret's labels have been. Replicas are told by the events of their primary region. */
export function useTimeline(scope: string, reading: SecretReading | undefined) {
  const client = useQueryClient();
  const secret = reading?.secret;
  const replica = secret !== undefined && isReplica(secret);
  const arn =
    reading && (replica ? arnInRegion(reading.arn, secret.primaryRegion ?? reading.region) : reading.arn);
  const query = useQuery({ ...timelineQuery(scope, arn ?? ''), enabled: arn !== undefined });
  const further = useMutation({
    mutationFn: () => readInto(client, { scope, arn: arn ?? '', further: '1' }, AbortSignal.timeout(120_000)),
  });
  const back = useMutation({
    mutationFn: async (at: number) => {
      const until = new Date(at).toISOString();
      const signal = AbortSignal.timeout(120_000);
      for (let pages = 0; pages < BACK_PAGES; pages += PAGES_AT_ONCE) {
        const state = await readInto(client, { scope, arn: arn ?? '', further: '1', until }, signal);
        if (state.problem || reachesTo(state, at)) return;
      }
    },
  });
  const state = query.data ?? nothingFound;
  const own = useOwnEvents(scope, arn ?? '');
  const told = useMemo(() => {
    if (!reading) return undefined;
    const { events, searched } = gathered(state);
    const all = withOwnEvents(events, own);
    return {
      events: all,
      timeline: rebuildTimeline({ ...factsOf(reading), replica, events: all, searched }),
    };
  }, [reading, state, own, replica]);
  return (
    told && {
      ...told,
      state,
      readAgain: () => void query.refetch(),
      readFurther: () => further.mutate(),
      readBackTo: (at: number) => back.mutate(at),
      readingBack: back.isPending,
    }
  );
}

function factsOf({ versions, complete, secret, at }: SecretReading) {
  const holders = versions.flatMap(({ id, labels }) => labels.map((label): [string, string] => [label, id]));
  return {
    versions,
    complete,
    holders: Object.fromEntries(holders),
    created: secret?.created,
    changed: secret?.changed,
    // AWS's Date header cuts the second off: what has just changed lies inside of it.
    now: Date.parse(at) + 1_000,
  };
}

// A stream that fails or breaks off says so itself: what was found before stays.
async function* readTimeline(
  query: Record<string, string>,
  signal: AbortSignal,
): AsyncGenerator<TimelineLine> {
  try {
    for await (const line of readLines(timelinePath, query, signal)) {
      yield line;
      if (line.kind === 'end') return;
    }
    if (!signal.aborted) {
      yield {
        kind: 'stopped',
        problem: lostProblem('aws-unavailable', {
          detail: 'The console ended the reading before it was complete.',
        }),
      };
    }
  } catch (cause) {
    if (signal.aborted) throw cause;
    yield { kind: 'stopped', problem: problemIn(cause) };
  }
  yield { kind: 'end', more: true };
}
