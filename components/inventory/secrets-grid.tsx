import { useRouter } from 'next/navigation';
import { lazy, type MouseEvent, memo, Suspense, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { shownColumns, tracksOf } from '@/components/inventory/column-layout';
import { GridHead } from '@/components/inventory/grid-head';
import { pressedRow } from '@/components/inventory/pressed-row';
import { indexOf } from '@/components/inventory/row-index';
import { SecretRow } from '@/components/inventory/secret-row';
import type { RowPlace, SecretsGridProps } from '@/components/inventory/secrets-grid-props';
import { SkeletonRows } from '@/components/inventory/skeleton-rows';
import { useAnchor } from '@/components/inventory/use-anchor';
import { useCells } from '@/components/inventory/use-cells';
import { useGridKeys } from '@/components/inventory/use-grid-keys';
import { placeOf, useKeptPlace } from '@/components/inventory/use-kept-place';
import { useNear } from '@/components/inventory/use-near';
import { useRoving } from '@/components/inventory/use-roving';
import { useRowHeight } from '@/components/inventory/use-row-height';
import { useScreen } from '@/components/inventory/use-screen';
import { useSelecting } from '@/components/inventory/use-selecting';
import { useSlots } from '@/components/inventory/use-slots';
import { useWide } from '@/components/inventory/use-wide';
import { useWindow } from '@/components/inventory/use-window';
import { useCliView } from '@/lib/client/cli-view';
import { secretPath } from '@/lib/client/paths';
import { accountIn } from '@/lib/domain/account-region';
import type { FoldedSecret } from '@/lib/domain/fold';

const RowMenu = lazy(() => import('./row-menu'));

/** The table: only the rows in sight exist, one of them has the tab stop, and any of them opens its secret. */
export const SecretsGrid = memo(function SecretsGrid(props: SecretsGridProps) {
  const { ref, scope, rows, regions, places, unread, now, layout, selected, reading, listing } = props;
  const router = useRouter();
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const screen = useScreen();
  const columns = useMemo(() => shownColumns(layout, screen), [layout, screen]);
  const { tracks, least } = tracksOf(columns, layout);
  const beside = useMemo(() => {
    const has = (wanted: string) => columns.some(({ key }) => key === wanted);
    const account = layout.accounts === true && !has('account');
    return { next: has('next'), deletion: has('deletion'), account };
  }, [columns, layout.accounts]);
  const cells = useCells(columns);
  const { rowHeight, headHeight } = useRowHeight(layout.density, screen === 'phone');
  const index = useMemo(() => indexOf(rows), [rows]);
  const place = placeOf(scope, listing);
  const roving = useRoving(scroller, rows, index, place?.key);
  const seen = useWindow(scroller, {
    count: rows.length,
    rowHeight,
    headHeight,
    offset: place?.offset,
    kept: roving.active,
    listing,
  });
  const slots = useSlots(rows, seen.rows, listing);
  useAnchor(scroller, seen.scrolledTo, {
    rows,
    index,
    listing,
    rowHeight,
    headHeight,
    active: roving.activeKey,
  });
  useKeptPlace(scroller, seen.scrolledTo, scope, listing, roving.activeKey);
  const wide = useWide(scroller, table);
  const isNear = useNear(scroller, rows, listing);
  const selecting = useSelecting(rows, index, selected, props.onSelected);
  const [menu, setMenu] = useState<{ readonly secret: FoldedSecret; readonly anchor: DOMRect }>();

  const rowAt = (at: number) => scroller.current?.querySelector<HTMLElement>(`tr[data-at="${at}"]`);
  const openMenu = (at: number, anchor = rowAt(at)?.getBoundingClientRect()) => {
    const secret = rows[at];
    if (secret && anchor) setMenu({ secret, anchor });
  };
  const move = (to: number) => seen.reveal(roving.moveTo(to));
  // The same functions for all rows and the head, or all of them would be drawn anew whenever the table is.
  const latest = useRef({ selecting, openMenu, move });
  latest.current = { selecting, openMenu, move };
  const active = useRef(roving.active);
  active.current = roving.active;
  const [acts] = useState(() => ({
    select: (at: number, range: boolean) => {
      latest.current.selecting.select(at, range);
      // From the box to its row, where arrows and keys go on.
      rowAt(at)?.focus({ preventScroll: true });
    },
    openMenu: (at: number, anchor: DOMRect) => latest.current.openMenu(at, anchor),
    selectAll: () => latest.current.selecting.all(),
    leaveHead: () => latest.current.move(active.current),
  }));
  useImperativeHandle(ref, () => ({ focus: () => move(roving.active) }));
  const here = { scope, regions };
  const placeIn = ({ key }: FoldedSecret): RowPlace => places?.get(accountIn(key)) ?? here;
  const open = (at: number) => {
    const secret = rows[at];
    if (secret) router.push(secretPath(placeIn(secret).scope, secret.shown.arn));
  };
  const onKeyDown = useGridKeys({
    active: roving.active,
    count: rows.length,
    page: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2),
    inside: roving.inside,
    move,
    open,
    openMenu: (at) => openMenu(at),
    select: selecting.select,
    clear: selected.size > 0 ? selecting.clear : undefined,
    inSight: seen.inSight,
    toHead:
      screen === 'phone'
        ? undefined
        : () => table.current?.querySelector<HTMLElement>('th[data-col]')?.focus(),
  });
  useCliView(() => ({
    kind: 'secrets',
    focused: roving.inside() ? rows[roving.active] : undefined,
    selected: rows.filter(({ key }) => selected.has(key)),
  }));
  const onClick = (event: MouseEvent) => {
    const at = pressedRow(event);
    if (at !== undefined) open(at);
  };

  return (
    <div
      ref={scroller}
      className="scroll-thin relative min-h-0 flex-1 overflow-auto bg-surface [overflow-anchor:none]"
    >
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows take the focus, which makes a table a grid
        role="grid"
        aria-label="Secrets"
        aria-multiselectable
        aria-rowcount={reading ? -1 : rows.length + 1}
        aria-colcount={columns.length + 2}
        aria-busy={reading && rows.length === 0}
        onKeyDown={onKeyDown}
        onClick={onClick}
        style={screen === 'phone' ? undefined : { ['--tracks' as string]: tracks, minWidth: least }}
        data-wide={wide || undefined}
        className="group/table block text-xs"
      >
        <GridHead
          {...{ table, columns, layout }}
          sort={props.sort}
          onSort={props.onSort}
          onLayout={props.onLayout}
          selected={selecting.share}
          onSelectAll={acts.selectAll}
          onLeave={acts.leaveHead}
        />
        <tbody
          className="relative block"
          // Rows follow each other, below those that don't exist: with a place of its own each, no two would share a
          // style, and browsers take the longer to find one the more there are.
          style={{ height: rows.length * rowHeight, paddingTop: seen.from * rowHeight }}
          onFocus={roving.onFocus}
        >
          {seen.rows.map((at) => {
            const secret = rows[at];
            return (
              secret && (
                <SecretRow
                  key={slots.get(secret.key)}
                  {...{ secret, at, unread, now, columns, cells, beside, acts }}
                  {...placeIn(secret)}
                  top={seen.isApart(at) ? at * rowHeight : undefined}
                  height={rowHeight}
                  tabStop={at === roving.active}
                  selected={selected.has(secret.key)}
                  near={isNear(secret.key)}
                  whole={seen.isWhole(at)}
                />
              )
            );
          })}
        </tbody>
        {reading && <SkeletonRows columns={columns} count={rows.length === 0 ? 24 : 2} height={rowHeight} />}
      </table>
      {menu && (
        <Suspense>
          <RowMenu
            {...menu}
            scope={placeIn(menu.secret).scope}
            onClose={() => {
              setMenu(undefined);
              const at = index.get(menu.secret.key);
              if (at !== undefined) rowAt(at)?.focus({ preventScroll: true });
            }}
          />
        </Suspense>
      )}
    </div>
  );
});
