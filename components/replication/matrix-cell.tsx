import { KeyRound } from 'lucide-react';
import { memo } from 'react';
import { stateLook } from '@/components/replication/state-look';
import { cx } from '@/components/ui/cx';
import { Glyph } from '@/components/ui/glyph';
import type { Cell } from '@/lib/domain/replication/cell';
import { cellWord } from '@/lib/domain/replication/state-word';
import { shortId } from '@/lib/domain/short-id';

interface MatrixCellProps {
  readonly cell: Cell;
  readonly at: number;
  readonly tabStop: boolean;
  readonly open: boolean;
  /** Whether anything is in it yet. */
  readonly whole: boolean;
}

/**
 * One region of one secret: sign, word, and the version it serves. Only trouble is tinted. What is in sync, nearly all of
 * them, is drawn by as little as will do: pictures and cut words would cost in every frame.
 */
export const MatrixCell = memo(function MatrixCell({ cell, at, tabStop, open, whole }: MatrixCellProps) {
  const { state, serves, region } = cell;
  const { block } = stateLook(state);
  const shown = whole && state !== 'none';
  const id = shown && serves !== undefined && !isReported(cell) && (
    <span className="ml-auto shrink-0 font-mono text-fg-3">{shortId(serves)}…</span>
  );
  return (
    <td
      tabIndex={tabStop ? 0 : -1}
      data-cell={at}
      aria-colindex={at + 2}
      aria-current={open || undefined}
      aria-label={state === 'none' ? `No replica in ${region}` : undefined}
      className={cx(
        'flex h-full min-w-0 items-center gap-1.5 whitespace-nowrap border-l focus-visible:-outline-offset-2',
        block ? 'px-1' : state === 'none' ? 'px-2.75 text-fg-3' : 'px-2.75 text-fg-2',
        open && !block && 'outline-2 outline-accent -outline-offset-2',
      )}
    >
      {state === 'none' && '-'}
      {shown && state === 'in-sync' && (
        <>
          <span className="size-1.5 shrink-0 rounded-full bg-ok-mark" />
          In sync
        </>
      )}
      {shown && block ? (
        <span
          className={cx(
            'flex h-6 w-full min-w-0 items-center gap-1.5 rounded-md border px-1.5',
            block,
            open && 'outline-2 outline-accent',
          )}
        >
          <Word cell={cell} />
          {id}
        </span>
      ) : (
        <>
          {shown && state !== 'in-sync' && <Word cell={cell} />}
          {id}
        </>
      )}
    </td>
  );
});

function Word({ cell }: { cell: Cell }) {
  const { shape, ink } = stateLook(cell.state);
  const word = cellWord(cell);
  if (cell.state === 'primary') {
    return (
      <>
        <KeyRound aria-hidden strokeWidth={1.75} className="size-3 shrink-0 text-fg-3" />
        <span className="font-medium">{word}</span>
      </>
    );
  }
  return (
    <>
      {shape && <Glyph shape={shape} className={ink} />}
      <span className="min-w-0 truncate">{isReported(cell) ? 'Reported in sync' : word}</span>
    </>
  );
}

// Not readable is not unhealthy: what AWS reports is said, and drawn as not proven.
const isReported = ({ state, report }: Cell) =>
  (state === 'unreadable' || state === 'unread') && report?.status === 'InSync';
