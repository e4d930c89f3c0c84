import { createKept, useKept } from './kept';

/** How tall a row is. */
export type Density = 'compact' | 'normal' | 'roomy';

/** How an operator laid out a table; what was not chosen follows the table's own defaults. */
export interface TableLayout {
  readonly density: Density;
  /** Keys of columns from left to right, as far as they were moved. */
  readonly order: readonly string[];
  /** Column to whether it is shown, where that was chosen. */
  readonly shown: { readonly [key: string]: boolean };
  /** Column to width in pixels, where that was chosen. */
  readonly widths: { readonly [key: string]: number };
  /** Whether it shows several accounts; never kept. */
  readonly accounts?: boolean;
}

/** Nothing chosen. */
export const untouched: TableLayout = { density: 'compact', order: [], shown: {}, widths: {} };

/** What was kept, without what is of no form we know. */
export function toTableLayout(found: unknown): TableLayout {
  if (typeof found !== 'object' || found === null) return untouched;
  const { density, order, shown, widths } = found as Record<string, unknown>;
  return {
    density: density === 'normal' || density === 'roomy' ? density : 'compact',
    order: Array.isArray(order) ? order.filter((key) => typeof key === 'string') : [],
    shown: only(shown, (value) => typeof value === 'boolean'),
    widths: only(widths, (value) => typeof value === 'number' && value > 0 && value < 4_000),
  };
}

function only<T>(found: unknown, fits: (value: unknown) => boolean): { readonly [key: string]: T } {
  if (typeof found !== 'object' || found === null) return {};
  return Object.fromEntries(Object.entries(found).filter(([, value]) => fits(value)));
}

const layouts = createKept('table', toTableLayout);

/** The layout of the secrets table in a scope, kept in this browser, and how to change it. */
export function useTableLayout(scope: string): [TableLayout, (next: TableLayout) => void] {
  return useKept(layouts, scope);
}
