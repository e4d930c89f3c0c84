import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';

/** Row heights in pixels, as the virtualiser needs them. */
export const rowHeights = { compact: 28, normal: 32, roomy: 40 } as const;

/** The head row's look: 28 px, captions on the page's ground. */
export const headRowLook = 'h-7 border-b bg-canvas text-left text-2xs text-fg-3';

/** A body row's look; focus is the row's ring, selection its tint and left edge. */
export function rowLook({
  focused = false,
  selected = false,
}: {
  focused?: boolean;
  selected?: boolean;
} = {}) {
  return cx(
    'group/row border-b text-xs',
    selected ? 'bg-accent-soft shadow-[inset_2px_0_0_var(--accent)]' : 'hover:bg-hover',
    focused && 'outline-2 outline-accent -outline-offset-2',
  );
}

interface SortButtonProps {
  readonly children: ReactNode;
  /** This column's order, if the table is sorted by it; its head cell carries `aria-sort`. */
  readonly direction?: 'ascending' | 'descending' | undefined;
  readonly onSort: () => void;
}

/** The words of a sortable head cell. */
export function SortButton({ children, direction, onSort }: SortButtonProps) {
  const Arrow = direction === 'descending' ? ArrowDown : ArrowUp;
  return (
    <button
      type="button"
      onClick={onSort}
      className={cx(
        'group/sort inline-flex h-6 items-center gap-1 rounded-sm font-medium hover:text-fg',
        direction && 'text-fg',
      )}
    >
      {children}
      <Arrow
        aria-hidden
        className={cx(
          'size-3',
          !direction && 'opacity-0 group-hover/sort:opacity-60 group-focus-visible/sort:opacity-60',
        )}
      />
    </button>
  );
}
