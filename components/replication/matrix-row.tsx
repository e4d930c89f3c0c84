import { memo } from 'react';
import { MatrixCell } from '@/components/replication/matrix-cell';
import { SecretName } from '@/components/secret/secret-name';
import { cx } from '@/components/ui/cx';
import type { MatrixRow as Row } from '@/lib/domain/replication/cell';

interface MatrixRowProps {
  readonly row: Row;
  readonly at: number;
  readonly top: number;
  readonly height: number;
  /** The column with the tab stop: -1 the name, undefined none in this row. */
  readonly tabStop: number | undefined;
  /** The region whose panel is open. */
  readonly open: string | undefined;
}

/** One secret over all regions. */
export const MatrixRow = memo(function MatrixRow({ row, at, top, height, tabStop, open }: MatrixRowProps) {
  const selected = open !== undefined;
  return (
    <tr
      data-row={at}
      aria-rowindex={at + 2}
      className={cx(
        'group/row absolute left-0 grid w-full grid-cols-(--columns) items-center border-b text-xs',
        selected ? 'bg-accent-soft' : 'bg-surface hover:bg-hover',
      )}
      style={{ top, height }}
    >
      <th
        scope="row"
        tabIndex={tabStop === -1 ? 0 : -1}
        data-cell={-1}
        aria-colindex={1}
        className={cx(
          'sticky left-0 z-10 flex h-full text-left font-normal min-w-0 items-center border-r px-4 focus-visible:-outline-offset-2 md:pl-5',
          selected
            ? 'bg-accent-soft shadow-[inset_2px_0_0_var(--accent)]'
            : 'bg-surface group-hover/row:bg-hover',
        )}
      >
        <span className="min-w-0 truncate [&_*]:inline" data-tip={row.secret.name} data-tip-mono="">
          <SecretName name={row.secret.name} />
        </span>
      </th>
      {row.cells.map((cell, column) => (
        <MatrixCell
          key={cell.region}
          cell={cell}
          at={column}
          tabStop={tabStop === column}
          open={open === cell.region}
        />
      ))}
    </tr>
  );
});
