import {
  accountColumn,
  allColumns,
  type Column,
  type ColumnKey,
  type Screen,
  screens,
} from '@/components/inventory/columns';
import type { TableLayout } from '@/lib/client/table-layout';

/** The look of what shares the tracks: head, rows, skeletons. On a phone each sets its own. */
export const onTracks = 'grid gap-x-3 px-4 md:px-5 md:items-center md:grid-cols-(--tracks)';

/** The name stays in sight where the table is wider than the screen: other fields mean nothing without it. */
export const stays =
  'md:-ml-3 md:flex md:items-center md:self-stretch md:bg-inherit md:pl-3 md:group-data-wide/table:sticky md:group-data-wide/table:left-0 md:group-data-wide/table:z-1 md:group-data-wide/table:shadow-[1px_0_0_var(--line)]';

/** All columns in the operator's order; those never moved stay behind the one they follow by default. */
export function orderedColumns({ order, accounts }: TableLayout): readonly Column[] {
  const [name, ...others] = allColumns;
  const all = accounts && name ? [name, accountColumn, ...others] : allColumns;
  const moved = order.flatMap((key) => all.find((column) => column.key === key) ?? []);
  return all.reduce<Column[]>(
    (list, column, at) => {
      if (list.includes(column)) return list;
      const before = list.indexOf(all[at - 1]!);
      return [...list.slice(0, before + 1), column, ...list.slice(before + 1)];
    },
    [...new Set(moved)],
  );
}

/** Whether a column is shown on such a screen. The name always is: a row without it is nobody's. */
export function isShown({ key, from }: Column, { shown }: TableLayout, screen: Screen): boolean {
  if (key === 'name') return true;
  return shown[key] ?? (from !== undefined && screens.indexOf(screen) >= screens.indexOf(from));
}

/** The columns of a row, from left to right. On a phone a row is a card, whose fields are always the same. */
export function shownColumns(layout: TableLayout, screen: Screen): readonly Column[] {
  if (screen === 'phone') return allColumns.filter(({ key }) => CARD.has(key));
  return orderedColumns(layout).filter((column) => isShown(column, layout, screen));
}

const CARD: ReadonlySet<ColumnKey> = new Set<ColumnKey>(['name', 'regions', 'rotation', 'changed']);

const GAP = 12;
const EDGES = 40;
/** The box to select a row with. */
const BOX = 16;

/** The tracks all rows share, and the width below which the table scrolls sideways. */
export function tracksOf(
  shown: readonly Column[],
  { widths }: TableLayout,
): { tracks: string; least: string } {
  const sizes = shown.map(({ key, width, grow }) => {
    const chosen = widths[key];
    if (chosen !== undefined) return { least: chosen, track: rem(chosen) };
    return { least: width, track: grow ? `minmax(${rem(width)},${grow}fr)` : rem(width) };
  });
  const least = sizes.reduce((sum, size) => sum + GAP + size.least, BOX + EDGES);
  return { tracks: [rem(BOX), ...sizes.map(({ track }) => track)].join(' '), least: rem(least) };
}

const rem = (pixels: number) => `${pixels / 16}rem`;
