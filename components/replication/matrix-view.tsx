import { useEffect, useMemo, useRef } from 'react';
import { UnlistedRegions } from '@/components/inventory/unlisted-regions';
import { useMedia } from '@/components/inventory/use-media';
import { CellPanel } from '@/components/replication/cell-panel';
import { Coverage } from '@/components/replication/coverage';
import { Matrix, type MatrixHandle } from '@/components/replication/matrix';
import { MatrixAccounts } from '@/components/replication/matrix-accounts';
import { MatrixFilter } from '@/components/replication/matrix-filter';
import { MatrixSheets } from '@/components/replication/matrix-sheets';
import { MovedStrip } from '@/components/replication/moved-strip';
import { NoRows } from '@/components/replication/no-rows';
import { PageActions } from '@/components/replication/page-actions';
import { PhoneList } from '@/components/replication/phone-list';
import { TopNotices } from '@/components/replication/top-notices';
import { useAccount } from '@/components/replication/use-account';
import { useCounted } from '@/components/replication/use-counted';
import { useFocusWithin } from '@/components/replication/use-focus-within';
import { useListedRows } from '@/components/replication/use-listed-rows';
import { useMatrixFilter } from '@/components/replication/use-matrix-filter';
import { useOpenCell } from '@/components/replication/use-open-cell';
import { useRules } from '@/components/replication/use-rules';
import { useSheets } from '@/components/replication/use-sheets';
import { useSight } from '@/components/replication/use-sight';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { awsNow } from '@/lib/client/aws-time';
import { useCliView } from '@/lib/client/cli-view';
import type { Whose } from '@/lib/client/replication/account-sides';
import { useClosedRegions } from '@/lib/client/replication/closed-regions';
import { noteLags } from '@/lib/client/replication/session-lag';
import { type MatrixInventory, useMatrix } from '@/lib/client/replication/use-matrix';
import { useShortcut } from '@/lib/client/shortcut';
import { countCells } from '@/lib/domain/replication/count-cells';

interface MatrixViewProps {
  /** The scope under which this browser keeps what belongs to the page. */
  readonly home: string;
  readonly places: readonly Whose[];
  readonly inventory: MatrixInventory;
}

/** The matrix of one account, or of several, with all that is around it and opened from it. */
export function MatrixView({ home, places, inventory }: MatrixViewProps) {
  const rules = useRules(home);
  const matrix = useMatrix(inventory, places, rules.text);
  const { regions, reading, sideOf, hurry, refresh, retry } = matrix;
  const several = places.length > 1;
  const account = useAccount(matrix, useClosedRegions(inventory.state, matrix.sides));
  const { rows, sides, closed } = account;
  const filter = useMatrixFilter();
  const { open, unknown, show, close } = useOpenCell(matrix.rows);
  const body = useRef<HTMLDivElement>(null);
  const busyInside = useFocusWithin(body);
  // With rows, the heads of their regions tell.
  const unlisted = rows.length === 0 && !reading ? account.unlisted() : [];
  const asked = { ...filter, account: account.chosen };
  const listed = useListedRows(rows, asked, busyInside || open !== undefined);
  const counts = useMemo(() => countCells(rows), [rows]);
  const sheets = useSheets();
  const search = useRef<HTMLInputElement>(null);
  const grid = useRef<MatrixHandle>(null);
  const phone = useMedia('(width < 48rem)');
  const wide = useMedia('(width >= 64rem)');

  useEffect(() => noteLags(matrix.rows, awsNow()), [matrix.rows]);
  useCounted(matrix);
  useShortcut('r', reading ? undefined : refresh);
  useShortcut('/', () => search.current?.select());
  const panelBox = useRef<HTMLElement>(null);
  // Whoever was in the panel goes on at the cell it was of.
  const closePanel = () => {
    if (panelBox.current?.contains(document.activeElement)) grid.current?.focus();
    close();
  };
  useShortcut('Escape', open && !sheets.shown && !sheets.acting ? closePanel : undefined);
  useCliView(() => {
    const cell = open ?? grid.current?.focused();
    return {
      kind: 'replication',
      row: cell && matrix.rows.find(({ secret }) => secret.key === cell.key),
      region: cell?.region,
      scope: cell && sideOf(cell.key).scope,
    };
  });

  const onSight = useSight(listed.rows, hurry);
  const panel = open && (
    <CellPanel
      key={open.key}
      scope={sideOf(open.key).scope}
      row={open.row}
      region={open.region}
      several={several}
      onRegion={(one) => show(open.key, one)}
      onAct={sheets.act}
      onClose={wide ? closePanel : undefined}
    />
  );
  return (
    <div className="flex h-full min-h-96 flex-col bg-surface">
      {several && <MatrixAccounts {...{ matrix, account }} />}
      <PageHead
        title="Replication"
        note={<Coverage rows={rows} reading={reading} waiting={matrix.waiting} />}
        actions={
          <PageActions
            rows={listed.rows}
            state={inventory.state}
            {...{ sides, regions, closed, reading }}
            onOpen={sheets.show}
            onRefresh={refresh}
          />
        }
      />
      <TopNotices
        {...{ matrix, closed, phone }}
        scope={unknown === undefined ? home : sideOf(unknown).scope}
        unknown={reading ? undefined : unknown}
        onForget={close}
        onRetry={retry}
        onRefresh={refresh}
      />
      {unlisted.length > 0 && <UnlistedRegions what="Replicas" {...{ unlisted }} onRetry={inventory.retry} />}
      <MatrixFilter
        ref={search}
        {...filter}
        {...{ regions }}
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
            {...{ several, reading, onSight }}
            lines={listed.lines}
            listing={listed.listing}
            onOpen={(key, one) => show(key, one, 'push')}
          />
        )}
        {listed.rows.length > 0 && !phone && (
          <Matrix
            ref={grid}
            {...{ several, regions, closed, reading, open, onSight }}
            lines={listed.lines}
            listing={listed.listing}
            counts={counts.byRegion}
            onOpen={show}
            onRetry={retry}
          />
        )}
        {panel && wide && (
          <aside
            ref={panelBox}
            aria-label="Region of a secret"
            className="scroll-thin w-[22.5rem] shrink-0 overflow-y-auto border-line-strong border-l bg-surface"
          >
            {panel}
          </aside>
        )}
      </div>
      {panel && !wide && (
        <Sheet open={!sheets.acting} onClose={close} width="panel" title="Replica" subject={open.region}>
          {panel}
        </Sheet>
      )}
      <MatrixSheets
        {...{ home, matrix, rules, open, sheets }}
        rows={listed.rows}
        filtered={listed.rows.length !== matrix.rows.length}
        onShow={show}
      />
    </div>
  );
}
