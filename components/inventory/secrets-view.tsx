'use client';

import { RotateCw } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo, useRef } from 'react';
import { FilterBar, type FilterBarHandle } from '@/components/filter/filter-bar';
import { useClock } from '@/components/frame/use-clock';
import { coverage, progressWords } from '@/components/inventory/count-words';
import { Coverage, Progress } from '@/components/inventory/reading-words';
import { RegionProgressStrip } from '@/components/inventory/region-progress-strip';
import { SecretsGrid } from '@/components/inventory/secrets-grid';
import type { RowPlace, SecretsGridHandle } from '@/components/inventory/secrets-grid-props';
import { TableTools } from '@/components/inventory/table-tools';
import { useListing } from '@/components/inventory/use-listing';
import { ProblemLater } from '@/components/problem/problem-later';
import { Button } from '@/components/ui/button';
import { useFirstZone } from '@/components/ui/first-zone';
import { PageHead } from '@/components/ui/page-head';
import { awsNow } from '@/lib/client/aws-time';
import type { useInventory } from '@/lib/client/inventory';
import { isComplete, type RegionProgress } from '@/lib/client/inventory-state';
import { problemIn } from '@/lib/client/request';
import { useSelection } from '@/lib/client/selection';
import { useShortcut } from '@/lib/client/shortcut';
import { useTableLayout } from '@/lib/client/table-layout';
import { filterQuery } from '@/lib/domain/filter/query-text';

const BulkBar = lazy(() => import('./bulk-bar'));
const HeldStrip = lazy(() => import('./held-strip'));
const NothingRead = lazy(async () => ({ default: (await import('./nothing-read')).NothingRead }));
const emptiness = () => import('./nothing-to-show');
const NoSecrets = lazy(async () => ({ default: (await emptiness()).NoSecrets }));
const NothingMatches = lazy(async () => ({ default: (await emptiness()).NothingMatches }));

interface SecretsViewProps {
  readonly scope: string;
  readonly inventory: Pick<
    ReturnType<typeof useInventory>,
    'state' | 'error' | 'isFetching' | 'retry' | 'stop'
  > & {
    readonly refetch: () => unknown;
  };
  /** Of several accounts: as whom each is read, and how far its regions are. */
  readonly placesOf?: (regions: ReadonlyMap<string, RegionProgress>) => ReadonlyMap<string, RowPlace>;
  /** How many there are, once all are known. */
  readonly onCount?: (count: number | undefined) => void;
}

/** The table of an inventory, with what is around it: count, filter, how far each region is. */
export function SecretsView({ scope, inventory, placesOf, onCount }: SecretsViewProps) {
  // Times are told all over the page.
  useFirstZone();
  const { state, error, isFetching, refetch, retry, stop } = inventory;
  const now = useClock(awsNow, 60_000) ?? 0;
  const running = isFetching || state.regions.some((region) => region.state === 'reading');
  // What was read to its end before stays complete, however often it is read again.
  const reading = running && !(state.regions.length > 0 && state.regions.every(isComplete));
  const listing = useListing(state, running, now);
  const { filter, setText, setFilter, sort, setSort } = listing;
  const { all, held, match, rows, regions, context } = listing;
  const [kept, setLayout] = useTableLayout(scope);
  const accounts = state.fleet === true;
  const layout = useMemo(() => (accounts ? { ...kept, accounts } : kept), [kept, accounts]);
  const places = useMemo(() => placesOf?.(regions), [placesOf, regions]);
  const sure = !running && state.regions.length > 0 && state.regions.every(isComplete);
  useEffect(() => onCount?.(sure ? all.length : undefined), [onCount, sure, all]);
  const [selected, setSelected] = useSelection(scope);
  const bar = useRef<FilterBarHandle>(null);
  const grid = useRef<SecretsGridHandle>(null);
  const refresh = () => void refetch();
  const clear = () => {
    setFilter({ text: '', tokens: [] }, 'push');
    bar.current?.focus();
  };
  useShortcut('r', running ? undefined : refresh);
  useShortcut('/', () => bar.current?.focus());

  const problem = error ? problemIn(error) : undefined;
  const nothingRead =
    all.length === 0 &&
    state.regions.length > 0 &&
    state.regions.every((region) => region.state === 'failed');
  const empty = all.length === 0 && !reading;
  return (
    <div className="flex h-full min-h-96 flex-col bg-surface">
      <PageHead
        title="Secrets"
        note={
          problem && all.length === 0 ? undefined : (
            <Coverage of={coverage(all.length, state.regions, reading)} />
          )
        }
        actions={
          <>
            <TableTools
              {...{ layout, sort, reading }}
              onLayout={setLayout}
              onSort={setSort}
              order={{ scope, secrets: rows, state }}
            />
            <Button icon={RotateCw} kbd="R" busy={running} onClick={refresh}>
              Refresh
            </Button>
          </>
        }
      />
      <Progress words={progressWords(all.length, state.regions, reading)} />
      {problem && (
        <ProblemLater
          problem={problem}
          form="strip"
          actions={
            <Button busy={isFetching} onClick={refresh}>
              Try again
            </Button>
          }
        />
      )}
      {nothingRead && (
        <Suspense>
          <NothingRead regions={state.regions} onRetry={retry} />
        </Suspense>
      )}
      {!nothingRead && (!problem || all.length > 0) && (
        <>
          <FilterBar
            ref={bar}
            {...{ scope, filter, all, context, match }}
            onText={setText}
            onFilter={setFilter}
            onClear={clear}
            onLeave={() => grid.current?.focus()}
          />
          <RegionProgressStrip {...{ state, reading, running }} onRetry={retry} onStop={stop} />
          <Suspense>
            {empty && <NoSecrets regions={state.regions} />}
            {rows.length === 0 && all.length > 0 && !match.waiting && (
              <NothingMatches
                filter={filter}
                untold={match.untold}
                total={all.length}
                regions={state.regions}
                reading={reading}
                onClear={clear}
              />
            )}
          </Suspense>
          {!empty && (rows.length > 0 || all.length === 0) && (
            <SecretsGrid
              ref={grid}
              {...{ scope, rows, regions, places, now, sort, layout, selected, reading }}
              unread={context.unread}
              listing={`${sort} ${filterQuery(filter)}`}
              onSort={setSort}
              onLayout={setLayout}
              onSelected={setSelected}
            />
          )}
          {/* Below the rows: above them it would push them away from under a pointer. */}
          {held.fresh + held.gone > 0 && (
            <Suspense>
              <HeldStrip
                fresh={held.fresh}
                gone={held.gone}
                onShow={() => {
                  held.show();
                  // The button is gone with what was held back.
                  grid.current?.focus();
                }}
              />
            </Suspense>
          )}
          {selected.size > 0 && (
            <Suspense>
              <BulkBar
                {...{ scope, state }}
                secrets={all.filter(({ key }) => selected.has(key))}
                count={selected.size}
                notShown={selected.size - rows.filter(({ key }) => selected.has(key)).length}
                onClear={() => setSelected(new Set())}
              />
            </Suspense>
          )}
        </>
      )}
    </div>
  );
}
