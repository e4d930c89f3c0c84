import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { InventoryLine } from '@/lib/contract/answers';
import { problemOf } from '@/lib/contract/problem';
import { inventoryPath } from '@/lib/contract/view-paths';
import { type FoldedSecret, foldSecrets } from '@/lib/domain/fold';
import { noteAwsTime } from './aws-time';
import { type InventoryState, nothingRead, readingAgain, reduceInventory } from './inventory-state';
import { patched, usePatches } from './patches';
import { noteRegion } from './region-readings';
import { noteSessionEnd } from './session-end';
import { streamedQuery } from './stream';
import { readLines } from './views';

const inventoryQuery = (scope: string) =>
  queryOptions({
    queryKey: ['inventory', scope],
    queryFn: streamedQuery<InventoryLine, InventoryState>({
      streamFn: ({ signal }) => noted(readInventory(scope, undefined, signal)),
      reducer: reduceInventory,
      initialValue: nothingRead,
      // Rows of the last reading stay on screen while they are read again.
      refetchMode: 'replace',
    }),
    staleTime: 60_000,
  });

/** Every secret the operator may list, in every region, folded and growing as pages arrive. */
export function useInventory(scope: string) {
  const client = useQueryClient();
  const query = useQuery(inventoryQuery(scope));
  const again = useMutation({
    mutationFn: async (regions: readonly string[]) => {
      const { queryKey } = inventoryQuery(scope);
      const reduce = (next: (state: InventoryState) => InventoryState) =>
        client.setQueryData<InventoryState>(queryKey, (state) => next(state ?? nothingRead));
      reduce((state) => readingAgain(state, regions));
      const signal = AbortSignal.timeout(600_000);
      for await (const line of noted(readInventory(scope, regions, signal))) {
        reduce((state) => reduceInventory(state, line));
      }
    },
  });
  return { ...query, state: query.data ?? nothingRead, retry: again.mutate };
}

/** How many secrets there are, once all regions are read; reads nothing itself. */
export function useSecretsCount(scope: string): number | undefined {
  const { data } = useQuery({ ...inventoryQuery(scope), enabled: false });
  const complete = data?.ended && data.regions.every(({ state }) => state === 'done');
  const folded = useFolded(complete ? data : nothingRead);
  return complete ? folded.length : undefined;
}

/** The folded rows of an inventory, with our own writes patched in until the listing shows them. */
export function useFolded(state: InventoryState): readonly FoldedSecret[] {
  const patches = usePatches();
  return useMemo(
    () =>
      foldSecrets(
        state.regions.flatMap(({ pages, at }) => pages.flat().map((row) => patched(row, at, patches))),
      ),
    [state, patches],
  );
}

// A stream that breaks off leaves regions unfinished: they are marked, not left spinning.
async function* readInventory(
  scope: string,
  regions: readonly string[] | undefined,
  signal: AbortSignal,
): AsyncGenerator<InventoryLine> {
  const open = new Set(regions);
  const query: Record<string, string> = { scope, ...(regions ? { regions: regions.join(',') } : {}) };
  let broken = 'The console ended the reading before it was complete.';
  try {
    for await (const line of readLines(inventoryPath, query, signal)) {
      if (line.kind === 'regions') for (const region of line.regions) open.add(region);
      if (line.kind === 'region-done' || line.kind === 'region-failed') open.delete(line.region);
      yield line;
      if (line.kind === 'end') return;
    }
  } catch (cause) {
    if (signal.aborted || open.size === 0) throw cause;
    broken = 'The connection to the console broke off.';
  }
  for (const region of open) {
    yield {
      kind: 'region-failed',
      region,
      problem: problemOf('aws-unavailable', { region, detail: broken }),
    };
  }
  yield { kind: 'end' };
}

const NOT_ACCEPTED = new Set(['sign-in-expired', 'credentials-refused']);

// Every line also tells the status bar how its region does, and the clocks what AWS's time is.
async function* noted(lines: AsyncIterable<InventoryLine>): AsyncGenerator<InventoryLine> {
  let answered = false;
  let refused: string | undefined;
  for await (const line of lines) {
    if (line.kind === 'regions') for (const region of line.regions) noteRegion(region, { reading: true });
    if (line.kind === 'page') answered = true;
    if (line.kind === 'region-done') noteRegion(line.region, { at: line.at });
    if (line.kind === 'region-failed') {
      noteRegion(line.region, { problem: line.problem });
      if (NOT_ACCEPTED.has(line.problem.code)) refused = line.problem.detail ?? line.problem.title;
    }
    if ('at' in line && line.at) noteAwsTime(line.at);
    // One region may not know an account's keys; when none does, the sign-in itself is over.
    if (line.kind === 'end' && refused && !answered) noteSessionEnd(refused);
    yield line;
  }
}
