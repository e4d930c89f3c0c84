'use client';

import dynamic from 'next/dynamic';
import { useEffect, useMemo, useRef, useState } from 'react';
import { UnlistedRegions } from '@/components/inventory/unlisted-regions';
import { useMedia } from '@/components/inventory/use-media';
import { CellPanel } from '@/components/replication/cell-panel';
import { Coverage } from '@/components/replication/coverage';
import { Matrix, type MatrixHandle } from '@/components/replication/matrix';
import { MatrixFilter } from '@/components/replication/matrix-filter';
import { MovedStrip } from '@/components/replication/moved-strip';
import { NoRows } from '@/components/replication/no-rows';
import { type MatrixSheet, PageActions } from '@/components/replication/page-actions';
import { PhoneList } from '@/components/replication/phone-list';
import { ReplicationAccounts } from '@/components/replication/replication-accounts';
import { filterStates } from '@/components/replication/state-look';
import { TopNotices } from '@/components/replication/top-notices';
import { useCounted } from '@/components/replication/use-counted';
import { useFocusWithin } from '@/components/replication/use-focus-within';
import { useListedRows } from '@/components/replication/use-listed-rows';
import { useOpenCell } from '@/components/replication/use-open-cell';
import { useRules } from '@/components/replication/use-rules';
import { useSight } from '@/components/replication/use-sight';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { useAddressField, useTypedAddressField } from '@/lib/client/address';
import { awsNow } from '@/lib/client/aws-time';
import { useCliView } from '@/lib/client/cli-view';
import { useOperator } from '@/lib/client/operator';
import { useClosedRegions } from '@/lib/client/replication/closed-regions';
import { noteLags } from '@/lib/client/replication/session-lag';
import { useMatrix } from '@/lib/client/replication/use-matrix';
import { useShortcut } from '@/lib/client/shortcut';
import { unlistedOf } from '@/lib/client/unlisted';
import { countCells } from '@/lib/domain/replication/count-cells';
import type { ActKind } from '@/lib/domain/replication/plan-act';

// Opened later, loaded later.
const ActSheet = dynamic(async () => (await import('@/components/replication/act-sheet')).ActSheet);
const ReadinessSheet = dynamic(
  async () => (await import('@/components/replication/readiness-sheet')).ReadinessSheet,
);
const AddingSheet = dynamic(async () => (await import('@/components/replication/adding-sheet')).AddingSheet);
const RulesSheet = dynamic(async () => (await import('@/components/replication/rules-sheet')).RulesSheet);

/** What every region really holds of the replicated secrets, and what to do when it does not. */
export function ReplicationPage() {
  const { data: operator } = useOperator();
  // The console around this page shows it only to a signed-in operator.
  return operator ? <Replication key={operator.scope} scope={operator.scope} /> : null;
}

function Replication({ scope }: { scope: string }) {
  const rules = useRules(scope);
  const matrix = useMatrix(scope, rules.text);
  const { rows, regions, reader, reading, inventory } = matrix;
  const closed = useClosedRegions(inventory.state, reader, matrix.closed);
  const [text, setText] = useTypedAddressField('q');
  const [stateAsked, setState] = useAddressField('state');
  // A state that there is not filters nothing.
  const state = filterStates.some(([one]) => one === stateAsked) ? stateAsked : null;
  const [region, setRegion] = useAddressField('region');
  const { open, unknown, show, close } = useOpenCell(rows);
  const body = useRef<HTMLDivElement>(null);
  const busyInside = useFocusWithin(body);
  // With rows, the heads of their regions tell.
  const unlisted = rows.length === 0 && !reading ? unlistedOf(inventory.state) : [];
  const listed = useListedRows(rows, { text, state, region }, busyInside || open !== undefined);
  const counts = useMemo(() => countCells(rows), [rows]);
  const [sheet, setSheet] = useState<MatrixSheet>();
  const [act, setAct] = useState<{ kind: ActKind; region: string | undefined; count: number }>();
  const [acting, setActing] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const grid = useRef<MatrixHandle>(null);
  const phone = useMedia('(width < 48rem)');
  const wide = useMedia('(width >= 64rem)');

  useEffect(() => noteLags(rows, awsNow()), [rows]);
  useCounted(scope, { rows, reading, closed: closed.size });

  const refresh = () => {
    reader.forget();
    void inventory.refetch();
  };
  const retry = (one: string) => {
    reader.reopen(one);
    inventory.retry([one]);
  };
  useShortcut('r', reading ? undefined : refresh);
  useShortcut('/', () => search.current?.select());
  useShortcut('Escape', open && !sheet && !acting ? close : undefined);

  useCliView(() => {
    const cell = open ?? grid.current?.focused();
    return {
      kind: 'replication',
      row: cell && rows.find(({ secret }) => secret.key === cell.key),
      region: cell?.region,
    };
  });

  const onSight = useSight(listed.rows, reader);
  const onAct = (kind: ActKind, one: string | undefined) => {
    setAct({ kind, region: one, count: (act?.count ?? 0) + 1 });
    setActing(true);
  };
  const panel = open && (
    <CellPanel
      key={open.key}
      scope={scope}
      row={open.row}
      region={open.region}
      onRegion={(one) => show(open.key, one)}
      onAct={onAct}
      onClose={wide ? close : undefined}
    />
  );
  return (
    <div className="flex h-full min-h-96 flex-col bg-surface">
      <ReplicationAccounts ready={!reading} />
      <PageHead
        title="Replication"
        note={<Coverage rows={rows} reading={reading} waiting={reader.waiting()} />}
        actions={
          <PageActions
            rows={listed.rows}
            state={inventory.state}
            {...{ scope, regions, closed, reading }}
            onOpen={setSheet}
            onRefresh={refresh}
          />
        }
      />
      <TopNotices
        {...{ scope, matrix, closed, phone }}
        unknown={reading ? undefined : unknown}
        onForget={close}
        onRetry={retry}
        onRefresh={refresh}
      />
      {unlisted.length > 0 && <UnlistedRegions what="Replicas" {...{ unlisted }} onRetry={inventory.retry} />}
      <MatrixFilter
        ref={search}
        {...{ text, state, region, regions }}
        onText={setText}
        onState={(next) => setState(next, 'replace')}
        onRegion={(next) => setRegion(next, 'replace')}
        counts={counts.all}
        matching={listed.rows.length}
        total={rows.length}
        onLeave={() => grid.current?.focus()}
      />
      <MovedStrip moved={listed.moved} onSettle={listed.settle} />
      <div className="flex min-h-0 flex-1" ref={body}>
        {listed.rows.length === 0 && (
          <NoRows {...{ reading }} total={rows.length} known={unlisted.length === 0} />
        )}
        {listed.rows.length > 0 && phone && (
          <PhoneList
            lines={listed.lines}
            reading={reading}
            listing={listed.listing}
            onOpen={(key, one) => show(key, one, 'push')}
            onSight={onSight}
          />
        )}
        {listed.rows.length > 0 && !phone && (
          <Matrix
            ref={grid}
            {...{ regions, closed, reading, open }}
            lines={listed.lines}
            listing={listed.listing}
            counts={counts.byRegion}
            onOpen={show}
            onRetry={retry}
            onSight={onSight}
          />
        )}
        {panel && wide && (
          <aside
            aria-label="Region of a secret"
            className="scroll-thin w-[22.5rem] shrink-0 overflow-y-auto border-line-strong border-l bg-surface"
          >
            {panel}
          </aside>
        )}
      </div>
      {panel && !wide && (
        <Sheet open={!acting} onClose={close} width="panel" title="Replica" subject={open.region}>
          {panel}
        </Sheet>
      )}
      {act && open && (
        <ActSheet
          key={act.count}
          open={acting}
          scope={scope}
          kind={act.kind}
          row={open.row}
          region={act.region}
          regions={matrix.allRegions}
          onClose={() => setActing(false)}
        />
      )}
      {sheet === 'readiness' && (
        <ReadinessSheet
          open
          scope={scope}
          rows={listed.rows}
          filtered={listed.rows.length !== rows.length}
          regions={regions}
          reading={reading}
          onShow={(key, one) => {
            setSheet(undefined);
            show(key, one);
          }}
          onClose={() => setSheet(undefined)}
        />
      )}
      {sheet === 'adding' && (
        <AddingSheet
          scope={scope}
          rows={listed.rows}
          filtered={listed.rows.length !== rows.length}
          regions={matrix.allRegions}
          closed={matrix.closed}
          reading={reading}
          onClose={() => setSheet(undefined)}
        />
      )}
      {sheet === 'rules' && (
        <RulesSheet
          open
          rules={rules}
          unread={matrix.unreadRules}
          rows={rows}
          onClose={() => setSheet(undefined)}
        />
      )}
    </div>
  );
}
