import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { timelinePath } from '@/lib/contract/view-paths';
import { type Attempt, attemptsIn } from '@/lib/domain/replication/attempts';
import type { Searched } from '@/lib/domain/timeline/searched';
import { withOwnEvents } from '../own-events';
import { gathered, nothingFound, reduceTimeline } from '../timeline-state';
import { readLines } from '../views';
import { useOwnCalls } from './own-acts';

/** What is known of the attempts to replicate a secret to one region. */
export interface Attempts {
  readonly attempts: readonly Attempt[];
  readonly searched: Searched;
  /** Whether CloudTrail is still being asked. */
  readonly asking: boolean;
  /** Whether it could not be asked at all. */
  readonly failed: boolean;
}

/** Asks CloudTrail in the primary's region, once it is `wanted`; what this page did itself is there at once. */
export function useAttempts(scope: string, key: string, region: string, wanted: boolean): Attempts {
  const { data, isFetching, isError } = useQuery({
    queryKey: ['replication-events', scope, key],
    queryFn: async ({ signal }) => {
      let state = nothingFound;
      const query = { scope, arn: key, about: 'replication' };
      for await (const line of readLines(timelinePath, query, signal)) state = reduceTimeline(state, line);
      return state;
    },
    enabled: wanted,
    staleTime: 60_000,
  });
  const own = useOwnCalls(scope, key);
  return useMemo(() => {
    const { events, searched } = gathered(data ?? nothingFound);
    const attempts = attemptsIn(withOwnEvents(events, own), region);
    return { attempts, searched, asking: isFetching, failed: isError };
  }, [data, own, region, isFetching, isError]);
}
