import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';

/** Row heights in pixels, as the virtualiser needs them. */
export const rowHeights = { compact: 28, normal: 32, roomy: 40 } as const;

/** The head row's look: 28 px, captions on the page's ground. */
export const headRowLook = 'h-7 border-b bg-canvas text-left text-2xs text-fg-3';

/** A body row's look; focus is the row's ring, selection its tint and left edge. */
export function rowLook({ selected = false }: { selected?: boolean } = {}) {
  return cx(
    'group/row border-b text-xs',
    selected ? 'bg-accent-soft shadow-[inset_2px_0_0_var(--accent)]' : 'hover:bg-hover',
  );
}

interface SortButtonProps {
  readonly children: ReactNode;
  /** This column's order, if the table is sorted by it; its head cell carries `aria-sort`. */
  readonly direction?: 'ascending' | 'descending' | undefined;
  readonly onSort: () => void;
  /** -1 in a grid, where the head cell takes the focus. */
  readonly tabIndex?: number;
}

/** The words of a sortable head cell. */
export function SortButton({ children, direction, onSort, tabIndex }: SortButtonProps) {
  const Arrow = direction === 'descending' ? ArrowDown : ArrowUp;
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      onClick={onSort}
      className={cx(
        'group/sort inline-flex h-6 max-w-full items-center gap-1 rounded-sm font-medium hover:text-fg',
        direction && 'text-fg',
      )}
    >
      <span className="min-w-0 truncate">{children}</span>
      <Arrow
        aria-hidden
        className={cx(
          'size-3 shrink-0',
          !direction && 'opacity-0 group-hover/sort:opacity-60 group-focus-visible/sort:opacity-60',
        )}
      />
    </button>
  );
}
