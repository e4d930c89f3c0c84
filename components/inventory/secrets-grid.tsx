import { useVirtualizer } from '@tanstack/react-virtual';
import { useRouter } from 'next/navigation';
import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type Ref,
  useCallback,
  useImperativeHandle,
  useMemo,
  useRef,
} from 'react';
import { GridHead } from '@/components/inventory/grid-head';
import { SecretRow } from '@/components/inventory/secret-row';
import { SkeletonRows } from '@/components/inventory/skeleton-rows';
import { useAnchor } from '@/components/inventory/use-anchor';
import { placeOf, useKeptPlace } from '@/components/inventory/use-kept-place';
import { useRoving } from '@/components/inventory/use-roving';
import { useRowHeight, useRowHeightChange } from '@/components/inventory/use-row-height';
import type { RegionProgress } from '@/lib/client/inventory-state';
import { secretPath } from '@/lib/client/paths';
import { useShortcut } from '@/lib/client/shortcut';
import type { FoldedSecret } from '@/lib/domain/fold';
import type { SortOrder } from '@/lib/domain/sort-secrets';

/** What the page around the table may ask of it. */
export interface SecretsGridHandle {
  /** Puts the focus on the row that has the table's tab stop. */
  focus(): void;
}

interface SecretsGridProps {
  readonly ref: Ref<SecretsGridHandle>;
  readonly scope: string;
  readonly rows: readonly FoldedSecret[];
  readonly regions: ReadonlyMap<string, RegionProgress['state']>;
  readonly unread: readonly string[];
  readonly now: number;
  readonly sort: SortOrder;
  readonly onSort: (order: SortOrder) => void;
  readonly reading: boolean;
  /** Filter and order: other rows than before begin at the top. */
  readonly listing: string;
}

/** The table: only the rows in sight exist, one of them has the tab stop, and any of them opens its secret. */
export const SecretsGrid = memo(function SecretsGrid(props: SecretsGridProps) {
  const { ref, scope, rows, regions, unread, now, sort, onSort, reading, listing } = props;
  const router = useRouter();
  const scroller = useRef<HTMLDivElement>(null);
  const { rowHeight, headHeight } = useRowHeight();
  const index = useMemo(() => new Map(rows.map(({ key }, at) => [key, at])), [rows]);
  const place = placeOf(scope, listing);
  const roving = useRoving(scroller, rows, index, place?.key);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    // New functions would lay out all rows anew in every frame.
    estimateSize: useCallback(() => rowHeight, [rowHeight]),
    getItemKey: useCallback((at: number) => rows[at]?.key ?? at, [rows]),
    overscan: 12,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    rangeExtractor: roving.extractRange,
    ...(place ? { initialOffset: place.offset } : {}),
  });
  useRowHeightChange(virtualizer, rowHeight);
  useAnchor(scroller, { rows, index, listing, rowHeight, headHeight, active: roving.activeKey });
  useKeptPlace(scroller, scope, listing, roving.activeKey);

  const move = (to: number) => {
    virtualizer.scrollToIndex(roving.moveTo(to), { align: 'auto' });
  };
  const step = (by: number) => move(roving.inside() ? roving.active + by : roving.active);
  useImperativeHandle(ref, () => ({ focus: () => move(roving.active) }));
  useShortcut('j', () => step(1));
  useShortcut('k', () => step(-1));

  const open = (at: number) => {
    const secret = rows[at];
    if (secret) router.push(secretPath(scope, secret.shown.arn));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !isRow(event.target)) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const to: Record<string, number> = {
      ArrowDown: roving.active + 1,
      ArrowUp: roving.active - 1,
      PageDown: roving.active + page,
      PageUp: roving.active - page,
      Home: 0,
      End: rows.length - 1,
    };
    const target = to[event.key];
    if (target === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (target === undefined) open(roving.active);
    else move(target);
  };
  // The name is a link and opens by itself; text that was marked to be copied opens nothing.
  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || event.target.closest('a,button')) return;
    const row = event.target.closest<HTMLElement>('tr[data-at]');
    if (row && window.getSelection()?.isCollapsed !== false) open(Number(row.dataset.at));
  };

  return (
    <div
      ref={scroller}
      className="scroll-thin relative min-h-0 flex-1 overflow-y-auto [overflow-anchor:none]"
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows take the focus, which makes a table a grid
        role="grid"
        aria-label="Secrets"
        aria-rowcount={reading ? -1 : rows.length + 1}
        aria-busy={reading && rows.length === 0}
        onKeyDown={onKeyDown}
        onClick={onClick}
        className="block text-xs"
      >
        <GridHead sort={sort} onSort={onSort} />
        <tbody
          className="relative block"
          style={{ height: virtualizer.getTotalSize() }}
          onFocus={roving.onFocus}
        >
          {virtualizer.getVirtualItems().map(({ index: at, start }) => {
            const secret = rows[at];
            return (
              secret && (
                <SecretRow
                  key={secret.key}
                  {...{ secret, at, scope, regions, unread, now }}
                  top={start - headHeight}
                  height={rowHeight}
                  tabStop={at === roving.active}
                />
              )
            );
          })}
        </tbody>
        {reading && <SkeletonRows count={rows.length === 0 ? 24 : 2} height={rowHeight} />}
      </table>
    </div>
  );
});

const isRow = (target: EventTarget) => target instanceof Element && target.matches('tr[data-at]');
