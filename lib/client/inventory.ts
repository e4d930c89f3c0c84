import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { InventoryLine } from '@/lib/contract/answers';
import { lostProblem } from '@/lib/contract/lost';
import { inventoryPath } from '@/lib/contract/view-paths';
import { createFolding, type FoldedSecret } from '@/lib/domain/fold';
import { noteAwsTime } from './aws-time';
import {
  type InventoryState,
  isComplete,
  nothingRead,
  readingAgain,
  readingStopped,
  reduceInventory,
  shownPages,
} from './inventory-state';
import { patchedPage, usePatches } from './patches';
import { noteRegion } from './region-readings';
import { noteSessionEnd } from './session-end';
import { calledRegion, holdsSeveral } from './sign-in-mark';
import { readLines } from './views';

const keyOf = (scope: string) => ['inventory', scope] as const;

/** The query of one scope's inventory, which grows as its pages arrive. */
export const inventoryQuery = (scope: string) =>
  queryOptions({
    queryKey: keyOf(scope),
    queryFn: ({ client, signal }) => readInto(client, scope, undefined, signal),
    staleTime: 60_000,
    // Equal rows are shared by the reducer, page by page; comparing all of them at once would take too long.
    structuralSharing: false,
  });

/** Every secret the operator may list, in every region, growing as pages arrive. */
export function useInventory(scope: string) {
  const client = useQueryClient();
  const query = useQuery(inventoryQuery(scope));
  const retry = useCallback(
    (regions: readonly string[]) => {
      readAgain(client, scope, regions);
    },
    [client, scope],
  );
  return {
    ...query,
    state: query.data ?? nothingRead,
    /** Reads these regions again, from their first page. */
    retry,
    /** Ends what is being read; what has arrived stays. */
    stop: () => endReadings('stopped'),
  };
}

/** Reads regions of a scope again; what fails is in its state, region by region. */
export function readAgain(client: QueryClient, scope: string, regions: readonly string[]): void {
  readInto(client, scope, regions, AbortSignal.timeout(600_000)).catch(() => {});
}

/** All secrets, once all regions are read; reads nothing itself. */
export function useCompleteSecrets(scope: string): readonly FoldedSecret[] | undefined {
  const { data } = useQuery({ ...inventoryQuery(scope), enabled: false });
  const complete = data?.ended === true && data.regions.every(isComplete);
  const patches = usePatches();
  return useMemo(() => (complete ? foldOf(data, patches) : undefined), [complete, data, patches]);
}

/** The folded rows of an inventory, with what DescribeSecret showed patched in until the listing shows it. */
export function useFolded(state: InventoryState): readonly FoldedSecret[] {
  const patches = usePatches();
  return useMemo(() => foldOf(state, patches), [state, patches]);
}

// One for the tab: the table and the count in the sidebar ask for the same pages.
const folds = new Map<string, ReturnType<typeof createFolding>>();

const foldOf = (state: InventoryState, patches: ReturnType<typeof usePatches>) =>
  foldingOf(state)(
    state.regions.flatMap((region) => {
      const { pages, at } = shownPages(region);
      return pages.map((page) => patchedPage(page, at, patches));
    }),
  );

function foldingOf({ fleet, scope = '' }: InventoryState) {
  const of = fleet ? 'fleet' : scope;
  const fold = folds.get(of) ?? createFolding();
  folds.set(of, fold);
  return fold;
}

const readings = new Map<AbortController, string>();

/** Ends readings, of one scope or of all: `stopped` by the operator, or because something else comes in their place. */
export function endReadings(why: 'stopped' | 'replaced', of?: string): void {
  for (const [reading, scope] of readings) {
    if (of !== undefined && of !== scope) continue;
    reading.abort(why);
    readings.delete(reading);
  }
}

// Every line goes into the cache as it arrives. All regions, or some of them again.
async function readInto(
  client: QueryClient,
  scope: string,
  regions: readonly string[] | undefined,
  signal: AbortSignal,
): Promise<InventoryState> {
  const state = () => client.getQueryData<InventoryState>(keyOf(scope)) ?? nothingRead;
  const put = (next: InventoryState) => client.setQueryData<InventoryState>(keyOf(scope), { ...next, scope });
  if (!regions) endReadings('replaced', scope);
  const reading = new AbortController();
  readings.set(reading, scope);
  const note = noter(scope);
  for (const region of regions ?? []) note(region, { reading: true });
  if (state() !== nothingRead) put(readingAgain(state(), regions));
  try {
    const lines = readInventory(scope, regions, AbortSignal.any([signal, reading.signal]));
    for await (const line of noted(lines, note)) put(reduceInventory(state(), line));
  } catch (cause) {
    if (reading.signal.reason === 'replaced' || signal.aborted) throw cause;
    for (const { region, state: how } of state().regions) {
      if (how === 'reading' && regions?.includes(region) !== false) note(region, { stopped: true });
    }
    if (state() !== nothingRead) put(readingStopped(state(), regions));
    if (reading.signal.reason !== 'stopped') throw cause;
  } finally {
    readings.delete(reading);
  }
  return state();
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
      problem: lostProblem('aws-unavailable', { region, detail: broken }),
    };
  }
  yield { kind: 'end' };
}

// The status bar calls a region with its account where there are several.
const noter =
  (scope: string): typeof noteRegion =>
  (region, seen) =>
    noteRegion(calledRegion(scope.slice(0, 12), region), seen);

const NOT_ACCEPTED = new Set(['sign-in-expired', 'credentials-refused']);

// Every line also tells the status bar how its region does, and the clocks what AWS's time is.
async function* noted(
  lines: AsyncIterable<InventoryLine>,
  note: typeof noteRegion,
): AsyncGenerator<InventoryLine> {
  let answered = false;
  let refused: string | undefined;
  for await (const line of lines) {
    if (line.kind === 'regions') for (const region of line.regions) note(region, { reading: true });
    if (line.kind === 'page') answered = true;
    if (line.kind === 'region-done') note(line.region, { at: line.at });
    if (line.kind === 'region-failed') {
      note(line.region, { problem: line.problem });
      if (NOT_ACCEPTED.has(line.problem.code)) refused = line.problem.detail ?? line.problem.title;
    }
    if ('at' in line && line.at) noteAwsTime(line.at);
    // One region may not know an account's keys; when none does, the sign-in itself is over.
    if (line.kind === 'end' && refused && !answered && !holdsSeveral()) noteSessionEnd(refused);
    yield line;
  }
}
