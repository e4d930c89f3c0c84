import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type Ref,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';
import { indexOf } from '@/components/inventory/row-index';
import { useNear } from '@/components/inventory/use-near';
import { useSlots } from '@/components/inventory/use-slots';
import { useWide } from '@/components/inventory/use-wide';
import { useWindow } from '@/components/inventory/use-window';
import { CalmRow } from '@/components/replication/calm-row';
import { MatrixHead } from '@/components/replication/matrix-head';
import { MatrixRow } from '@/components/replication/matrix-row';
import { useCellFocus } from '@/components/replication/use-cell-focus';
import type { Line } from '@/components/replication/use-listed-rows';
import type { ClosedRegions } from '@/lib/client/replication/closed-regions';
import { useShortcut } from '@/lib/client/shortcut';
import { accountNumber } from '@/lib/domain/account-number';
import { accountIn } from '@/lib/domain/account-region';
import type { CellCounts } from '@/lib/domain/replication/count-cells';

/** What the page around the matrix may ask of it. */
export interface MatrixHandle {
  /** Puts the focus on the cell that has the tab stop. */
  focus(): void;
  /** The cell with the focus; without a region, the secret's name. */
  focused(): { readonly key: string; readonly region: string | undefined } | undefined;
}

interface MatrixProps {
  readonly ref: Ref<MatrixHandle>;
  readonly lines: readonly Line[];
  readonly regions: readonly string[];
  readonly counts: ReadonlyMap<string, CellCounts>;
  readonly closed: ClosedRegions;
  /** Of several accounts: each row says of which. */
  readonly several: boolean;
  readonly reading: boolean;
  /** Text, state and region of the filter: other rows than before begin at the top. */
  readonly listing: string;
  readonly open: { readonly key: string; readonly region: string } | undefined;
  /** No region: the one that needs attention most. */
  readonly onOpen: (key: string, region: string | undefined) => void;
  readonly onRetry: (region: string) => void;
  /** Which rows are in sight. */
  readonly onSight: (from: number, to: number) => void;
}

const ROW = 30;
// A row is as many cells as there are regions: fewer of them at a time than of other tables.
const AHEAD = { beyond: 6, most: 2 };
const HEAD = 44;

/** Secrets by regions: only what is in sight exists, head and names stay, one cell has the tab stop. */
export const Matrix = memo(function Matrix(props: MatrixProps) {
  const { ref, lines, regions, counts, closed, several, reading, listing, open } = props;
  const { onOpen, onRetry, onSight } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const rem = useSyncExternalStore(never, remInPixels, () => 16) / 16;
  const rowHeight = ROW * rem;
  const index = useMemo(() => indexOf(lines), [lines]);
  const focus = useCellFocus(scroller, lines, index, regions.length);
  const seen = useWindow(scroller, {
    count: lines.length,
    rowHeight,
    headHeight: HEAD * rem,
    offset: undefined,
    kept: focus.row,
    listing,
    ahead: AHEAD,
  });
  const slots = useSlots(lines, seen.rows, listing);
  const isNear = useNear(scroller, lines, listing);
  const wide = useWide(scroller, table);
  const [from, to] = [seen.rows.at(0) ?? 0, seen.rows.at(-1) ?? 0];
  useEffect(() => onSight(from, to), [onSight, from, to]);

  const move = (row: number, column?: number) => seen.reveal(focus.moveTo(row, column));
  const step = (by: number) => move(focus.inside() ? focus.row + by : focus.row);
  useImperativeHandle(ref, () => ({
    focus: () => move(focus.row),
    focused: () => {
      const line = focus.inside() ? lines[focus.row] : undefined;
      return line?.kind === 'secret' ? { key: line.key, region: regions[focus.column] } : undefined;
    },
  }));
  useShortcut('j', () => step(1));
  useShortcut('k', () => step(-1));

  const openAt = (row: number, column: number) => {
    const line = lines[row];
    if (line?.kind === 'secret') onOpen(line.key, regions[column]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !isCell(event.target)) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const to: Record<string, readonly [number, number]> = {
      ArrowDown: [focus.row + 1, focus.column],
      ArrowUp: [focus.row - 1, focus.column],
      ArrowRight: [focus.row, focus.column + 1],
      ArrowLeft: [focus.row, focus.column - 1],
      PageDown: [focus.row + page, focus.column],
      PageUp: [focus.row - page, focus.column],
      Home: [0, focus.column],
      End: [lines.length - 1, focus.column],
    };
    const target = to[event.key];
    if (!target && event.key !== 'Enter') return;
    event.preventDefault();
    if (target) move(...target);
    else openAt(focus.row, focus.column);
  };
  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return;
    const cell = event.target.closest<HTMLElement>('[data-cell]');
    const row = cell?.closest<HTMLElement>('[data-at]')?.dataset.at;
    if (cell && row !== undefined && window.getSelection()?.isCollapsed !== false) {
      openAt(Number(row), Number(cell.dataset.cell));
    }
  };

  const first = several ? 22 : 15;
  const columns = `minmax(${first}rem, 1.6fr) repeat(${regions.length}, minmax(9.75rem, 11rem))`;
  return (
    <div
      ref={scroller}
      className="scroll-thin relative min-h-0 flex-1 overflow-auto bg-surface [overflow-anchor:none]"
    >
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells take the focus, which makes a table a grid
        role="grid"
        aria-label="Replication by secret and region"
        aria-rowcount={reading ? -1 : lines.length + 1}
        aria-colcount={regions.length + 1}
        aria-busy={reading && lines.length === 0}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocus={focus.onFocus}
        data-wide={wide || undefined}
        className="group/table block"
        style={{ '--columns': columns, minWidth: `${first + 9.75 * regions.length}rem` } as CSSProperties}
      >
        <MatrixHead {...{ regions, counts, closed, several, onRetry }} />
        <tbody
          className="relative block"
          // Rows follow each other, below those that don't exist.
          style={{ height: lines.length * rowHeight, paddingTop: seen.from * rowHeight }}
        >
          {seen.rows.map((at) => {
            const line = lines[at];
            if (!line) return null;
            const top = seen.isApart(at) ? at * rowHeight : undefined;
            if (line.kind === 'calm')
              return <CalmRow key="calm" count={line.count} {...{ at, top, reading, height: rowHeight }} />;
            return (
              <MatrixRow
                key={slots.get(line.key)}
                row={line.row}
                account={several ? accountNumber(accountIn(line.key)) : undefined}
                at={at}
                top={top}
                height={rowHeight}
                tabStop={at === focus.row ? focus.column : undefined}
                open={open?.key === line.key ? open.region : undefined}
                near={isNear(line.key)}
                whole={seen.isWhole(at)}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
});

const isCell = (target: EventTarget) => target instanceof Element && target.matches('[data-cell]');
const never = () => () => {};
const remInPixels = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
