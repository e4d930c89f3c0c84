import { type KeyboardEvent, memo, type PointerEvent, type RefObject, useRef } from 'react';
import { onTracks, stays } from '@/components/inventory/column-layout';
import type { Column, ColumnKey } from '@/components/inventory/columns';
import { trackWidth } from '@/components/inventory/track';
import { zonedTitle } from '@/components/inventory/zoned-title';
import { Checkbox } from '@/components/ui/checkbox';
import { cx } from '@/components/ui/cx';
import { useFirstZone } from '@/components/ui/first-zone';
import { headRowLook, SortButton } from '@/components/ui/table';
import type { TableLayout } from '@/lib/client/table-layout';
import { type SortOrder, sortKeyOf } from '@/lib/domain/sort-secrets';

/** How many of the rows are selected. */
export type Share = 'none' | 'some' | 'all';

interface GridHeadProps {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly columns: readonly Column[];
  readonly layout: TableLayout;
  readonly onLayout: (next: TableLayout) => void;
  readonly sort: SortOrder;
  readonly onSort: (order: SortOrder) => void;
  readonly selected: Share;
  readonly onSelectAll: () => void;
  /** Arrow down: back to the rows. */
  readonly onLeave: () => void;
}

const STEP = 16;

// What can be done with a column by pointer and keys: fetched when the titles are first reached.
async function columnActs() {
  const pointer = import('./column-pointer');
  const { withMoved, withStepped, withWidth } = await import('./column-changes');
  const { dragColumn, resizeColumn, fittingWidth } = await pointer;
  return { dragColumn, resizeColumn, fittingWidth, withMoved, withStepped, withWidth };
}

/**
 * The titles: they sort, are dragged to another place, and have an edge that widens. By keyboard, Arrow up from the
 * first row leads here; Enter sorts, Shift and arrows widen, Shift, Alt and arrows move. Not on a phone.
 */
export const GridHead = memo(function GridHead(props: GridHeadProps) {
  const { table, columns, layout, onLayout, sort, onSort, selected, onSelectAll, onLeave } = props;
  const head = useRef<HTMLTableRowElement>(null);
  const acts = useRef<ReturnType<typeof columnActs>>(undefined);
  const loaded = () => {
    acts.current ??= columnActs();
    return acts.current;
  };
  const press = (key: ColumnKey, { nativeEvent: down }: PointerEvent) => {
    if (down.button !== 0) return;
    void loaded().then(({ dragColumn, withMoved }) =>
      dragColumn(down, head.current, key, (before) => onLayout(withMoved(layout, key, before))),
    );
  };
  const pressEdge = (key: ColumnKey, event: PointerEvent) => {
    // Not also the beginning of a drag.
    event.stopPropagation();
    const down = event.nativeEvent;
    if (down.button !== 0) return;
    void loaded().then(({ resizeColumn, withWidth }) =>
      resizeColumn(down, table.current, key, (width) => onLayout(withWidth(layout, key, width))),
    );
  };
  const fitColumn = (key: ColumnKey) =>
    void loaded().then(({ fittingWidth, withWidth }) =>
      onLayout(withWidth(layout, key, fittingWidth(table.current, key))),
    );
  useFirstZone();
  const turn = ({ sort: by, downFirst }: Column) => {
    if (!by) return;
    const [first, second] = downFirst ? ([`-${by}`, by] as const) : ([by, `-${by}`] as const);
    onSort(sort === first ? second : first);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('th') : null;
    const column = columns.find(({ key }) => key === cell?.dataset.col);
    if (!cell || event.ctrlKey || event.metaKey) return;
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (by !== 0 && event.shiftKey && column) {
      const { altKey } = event;
      const width = trackWidth(cell) + by * STEP;
      void loaded().then(({ withStepped, withWidth }) =>
        onLayout(
          altKey ? withStepped(layout, columns, column.key, by) : withWidth(layout, column.key, width),
        ),
      );
    } else if (by !== 0 && !event.altKey && !event.shiftKey) {
      focusIn(by < 0 ? cell.previousElementSibling : cell.nextElementSibling);
    } else if (event.key === 'ArrowDown' && !event.altKey) onLeave();
    else if ((event.key === 'Enter' || event.key === ' ') && column) turn(column);
    else return;
    event.preventDefault();
  };
  return (
    <thead
      className="sticky top-0 z-10 block max-md:sr-only"
      onPointerEnter={loaded}
      onFocus={loaded}
      onKeyDown={onKeyDown}
    >
      <tr ref={head} aria-rowindex={1} className={cx(headRowLook, onTracks)}>
        <th aria-colindex={1} className="max-md:hidden">
          <Checkbox
            aria-label="Select all rows"
            tabIndex={-1}
            checked={selected === 'all'}
            indeterminate={selected === 'some'}
            onChange={onSelectAll}
            className="-ml-1"
          />
        </th>
        {columns.map((column, at) => {
          const { key, tip, sort: by } = column;
          const title = zonedTitle(column.title);
          const direction = by && sortKeyOf(sort) === by ? directionOf(sort) : undefined;
          return (
            <th
              key={key}
              scope="col"
              data-col={key}
              data-tip={tip}
              tabIndex={-1}
              aria-colindex={at + 2}
              aria-sort={direction ?? (by && 'none')}
              onPointerDown={(event) => press(key, event)}
              className={cx(
                key === 'name' ? stays : 'relative',
                'group/head min-w-0 touch-pan-x select-none font-medium focus-visible:-outline-offset-2 data-[drop=after]:shadow-[2px_0_0_var(--accent)] data-[drop=before]:shadow-[-2px_0_0_var(--accent)] data-dragged:opacity-50',
              )}
            >
              {by ? (
                <SortButton tabIndex={-1} direction={direction} onSort={() => turn(column)}>
                  {title}
                </SortButton>
              ) : (
                <span className="block truncate">{title}</span>
              )}
              <span
                aria-hidden
                data-edge={key}
                onPointerDown={(event) => pressEdge(key, event)}
                onDoubleClick={() => fitColumn(key)}
                className="absolute -inset-y-1 -right-2.5 z-2 grid w-4 cursor-col-resize touch-none place-items-center opacity-0 hover:opacity-100 group-hover/head:opacity-60"
              >
                <i className="h-3.5 w-px bg-control" />
              </span>
            </th>
          );
        })}
      </tr>
    </thead>
  );
});

const directionOf = (order: SortOrder) => (order.startsWith('-') ? 'descending' : 'ascending');

function focusIn(cell: Element | null): void {
  (cell?.querySelector<HTMLElement>('input') ?? (cell as HTMLElement | null))?.focus();
  // Out from under the name, which stays where it is.
  const name = cell?.parentElement?.querySelector('[data-col=name]');
  const scroller = cell?.closest('table')?.parentElement;
  if (!cell || !name || !scroller || cell === name) return;
  const under = name.getBoundingClientRect().right - cell.getBoundingClientRect().left;
  if (under > 0 && name.compareDocumentPosition(cell) & Node.DOCUMENT_POSITION_FOLLOWING)
    scroller.scrollLeft -= under;
}
