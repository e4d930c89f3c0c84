import { orderedColumns } from '@/components/inventory/column-layout';
import type { Column, ColumnKey } from '@/components/inventory/columns';
import type { TableLayout } from '@/lib/client/table-layout';

/** Narrower than this no column can be made: its title and a few letters. */
export const LEAST_WIDTH = 48;

/** The layout with a column put before another, or at the end. */
export function withMoved(layout: TableLayout, key: ColumnKey, before: ColumnKey | undefined): TableLayout {
  const others = orderedColumns(layout)
    .map((column) => column.key)
    .filter((other) => other !== key);
  const at = before === undefined ? others.length : others.indexOf(before);
  return { ...layout, order: [...others.slice(0, at), key, ...others.slice(at)] };
}

/** The layout with a column one place further left or right among those shown. */
export function withStepped(
  layout: TableLayout,
  shown: readonly Column[],
  key: ColumnKey,
  by: -1 | 1,
): TableLayout {
  const at = shown.findIndex((column) => column.key === key);
  const to = at + by;
  if (at < 0 || to < 0 || to >= shown.length) return layout;
  return withMoved(layout, key, shown[by < 0 ? to : to + 1]?.key);
}

/** The layout with a column of another width, in pixels at 16 px type. */
export function withWidth(layout: TableLayout, key: ColumnKey, width: number): TableLayout {
  return { ...layout, widths: { ...layout.widths, [key]: Math.max(LEAST_WIDTH, Math.round(width)) } };
}
