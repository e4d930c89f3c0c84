import { KeyRound } from 'lucide-react';
import { memo } from 'react';
import { stateLook } from '@/components/replication/state-look';
import { cx } from '@/components/ui/cx';
import { Glyph } from '@/components/ui/glyph';
import type { Cell } from '@/lib/domain/replication/cell';
import { shortId } from '@/lib/domain/short-id';

interface MatrixCellProps {
  readonly cell: Cell;
  readonly at: number;
  readonly tabStop: boolean;
  readonly open: boolean;
}

/** One region of one secret: sign, word, and the version it serves. Only trouble is tinted. */
export const MatrixCell = memo(function MatrixCell({ cell, at, tabStop, open }: MatrixCellProps) {
  const { state, serves, region } = cell;
  const { word, shape, ink, block } = stateLook(state);
  return (
    <td
      tabIndex={tabStop ? 0 : -1}
      data-cell={at}
      aria-colindex={at + 2}
      aria-current={open || undefined}
      className="group/cell flex h-full min-w-0 items-center border-l px-1.5 outline-none"
    >
      <span
        className={cx(
          'flex h-6 w-full min-w-0 items-center gap-1.5 rounded-md px-1.5 group-focus-visible/cell:outline-2 group-focus-visible/cell:outline-accent',
          block ? `border ${block}` : 'border border-transparent text-fg-2',
          open && 'outline-2 outline-accent',
        )}
      >
        {state === 'primary' && (
          <KeyRound aria-hidden strokeWidth={1.75} className="size-3 shrink-0 text-fg-3" />
        )}
        {shape && <Glyph shape={shape} className={ink} />}
        {state === 'none' ? (
          <span className="text-fg-3">
            <span aria-hidden>-</span>
            <span className="sr-only">No replica in {region}</span>
          </span>
        ) : (
          <>
            <span className={cx('min-w-0 truncate', state === 'primary' && 'font-medium')}>
              {wordOf(cell, word)}
            </span>
            {serves && <span className="ml-auto shrink-0 pl-1 font-mono text-fg-3">{shortId(serves)}…</span>}
          </>
        )}
      </span>
    </td>
  );
});

// Not readable is not unhealthy: what AWS reports is said, and drawn as not proven.
function wordOf({ state, report }: Cell, word: string): string {
  if (state !== 'unreadable' && state !== 'unread') return word;
  if (report?.status === 'InSync') return 'Reported in sync';
  return word;
}
