import type { KeyboardEvent } from 'react';
import { useShortcut } from '@/lib/client/shortcut';

interface Grid {
  /** The row with the tab stop. */
  readonly active: number;
  readonly count: number;
  /** How many rows Page Up and Page Down go. */
  readonly page: () => number;
  /** Whether a row has the focus. */
  readonly inside: () => boolean;
  readonly move: (to: number) => void;
  /** The first and last row that can be seen whole. */
  readonly inSight: () => { readonly first: number; readonly last: number };
  readonly open: (at: number) => void;
  readonly openMenu: (at: number) => void;
  readonly select: (at: number, range: boolean) => void;
  /** Absent while nothing is selected. */
  readonly clear: (() => void) | undefined;
  /** From the first row up; absent where there are no titles. */
  readonly toHead: (() => void) | undefined;
}

/** The keys of the table: single ones from anywhere on the page, the others from its rows. */
export function useGridKeys(grid: Grid): (event: KeyboardEvent) => void {
  const { active, count, move } = grid;
  // Whoever has scrolled on goes on there, not where the focus was left.
  const step = (by: number) => {
    const { first, last } = grid.inSight();
    const away = active < first || active > last;
    move(away ? (by > 0 ? first : last) : grid.inside() ? active + by : active);
  };
  const here = () => {
    move(active);
    return active;
  };
  const some = count > 0;
  useShortcut('j', () => step(1));
  useShortcut('k', () => step(-1));
  useShortcut('x', some ? ({ shiftKey }) => grid.select(here(), shiftKey) : undefined);
  useShortcut('m', some ? () => grid.openMenu(here()) : undefined);
  useShortcut('Escape', grid.clear);

  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !isRow(event.target)) return;
    const to: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + grid.page(),
      PageUp: active - grid.page(),
      Home: 0,
      End: count - 1,
    };
    const target = to[event.key];
    if (target === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (target === undefined) grid.open(active);
    else if (event.key === 'ArrowUp' && target < 0 && grid.toHead) grid.toHead();
    else move(target);
  };
}

const isRow = (target: EventTarget) => target instanceof Element && target.matches('tr[data-at]');
