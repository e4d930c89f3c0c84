import {
  type QueryClient,
  queryOptions,
  useMutation,
  useQueries,
  useQueryClient,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { lostProblem } from '@/lib/contract/lost';
import type { RotationLine } from '@/lib/contract/rotation';
import { rotationPath } from '@/lib/contract/view-paths';
import { problemIn } from '../request';
import { AT_ONCE, type Turns } from '../turns';
import { readLines } from '../views';
import { nothingTold, type RegionTold, reduceTold } from './fleet-reading';

const keyOf = (scope: string, region: string) => ['rotation-fleet', scope, region] as const;

const toldQuery = (scope: string, region: string, turns: Pick<Turns, 'take'>) =>
  queryOptions({
    queryKey: keyOf(scope, region),
    queryFn: ({ client, signal }) => turns.take(() => readInto(client, scope, region, false, signal)),
    staleTime: 60_000,
    // Thousands of events that no render compares.
    structuralSharing: false,
  });

/**
 * What CloudTrail tells of the rotations in these regions, growing line by line: at most four pages a region, and more of
 * one when that is asked for. A region that fails holds up none of the others.
 */
export function useTold(scope: string, regions: readonly string[], turns: Pick<Turns, 'take'> = AT_ONCE) {
  const client = useQueryClient();
  const queries = useQueries({ queries: regions.map((region) => toldQuery(scope, region, turns)) });
  const further = useMutation({
    mutationFn: (some: readonly string[]) =>
      Promise.all(
        some.map((region) =>
          turns.take(() => readInto(client, scope, region, true, AbortSignal.timeout(120_000))),
        ),
      ),
  });
  const told = useSame(queries.map(({ data }, at) => data ?? untold(regions[at] ?? '')));
  return {
    told,
    reading: queries.some(({ isFetching }) => isFetching) || further.isPending,
    readAgain: () => {
      for (const query of queries) void query.refetch();
    },
    readFurther: further.mutate,
  };
}

// The same list while nothing new was told: what is worked out of it is kept by identity.
function useSame<T>(list: readonly T[]): readonly T[] {
  const kept = useRef(list);
  const same = kept.current.length === list.length && list.every((one, at) => one === kept.current[at]);
  if (!same) kept.current = list;
  return kept.current;
}

const fresh = new Map<string, RegionTold>();
function untold(region: string): RegionTold {
  const told = fresh.get(region) ?? nothingTold(region);
  fresh.set(region, told);
  return told;
}

async function readInto(
  client: QueryClient,
  scope: string,
  region: string,
  further: boolean,
  signal: AbortSignal,
): Promise<RegionTold> {
  const queryKey = keyOf(scope, region);
  let told = client.getQueryData<RegionTold>(queryKey) ?? nothingTold(region);
  const query = { scope, regions: region, ...(further ? { further: region } : {}) };
  for await (const line of readRegion(query, region, signal)) {
    told = reduceTold(told, line);
    client.setQueryData(queryKey, told);
  }
  return told;
}

// A stream that fails or breaks off says so itself: what was told before stays.
async function* readRegion(
  query: Record<string, string>,
  region: string,
  signal: AbortSignal,
): AsyncGenerator<RotationLine> {
  try {
    for await (const line of readLines(rotationPath, query, signal)) {
      yield line;
      if (line.kind === 'end') return;
    }
    const detail = 'The console ended the reading before it was complete.';
    yield { kind: 'region-failed', region, problem: lostProblem('aws-unavailable', { region, detail }) };
  } catch (cause) {
    if (signal.aborted) throw cause;
    yield { kind: 'region-failed', region, problem: problemIn(cause) };
  }
}
