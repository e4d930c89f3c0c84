import { memo } from 'react';
import { MatrixCell } from '@/components/replication/matrix-cell';
import { cx } from '@/components/ui/cx';
import { useShownNames } from '@/lib/client/screen-share';
import type { MatrixRow as Row } from '@/lib/domain/replication/cell';

interface MatrixRowProps {
  readonly row: Row;
  /** Of several accounts: the one it is in, as people read it. */
  readonly account: string | undefined;
  readonly at: number;
  /** Where it lies, if it does not follow the row before. */
  readonly top: number | undefined;
  readonly height: number;
  /** The column with the tab stop: -1 the name, undefined none in this row. */
  readonly tabStop: number | undefined;
  /** The region whose panel is open. */
  readonly open: string | undefined;
  /** Whether pointer or focus rest on it. */
  readonly near: boolean;
  /** Whether it has all its cells; else only its name, while it flies past. */
  readonly whole: boolean;
}

/** One secret over all regions. */
export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { row, account, at, top, height, tabStop, open, near, whole } = props;
  const selected = open !== undefined;
  return (
    <tr
      data-at={at}
      aria-rowindex={at + 2}
      className={cx(
        // No look of `:hover`: see use-near.ts.
        'grid w-full grid-cols-(--columns) items-center border-b text-xs contain-strict',
        selected ? 'bg-accent-soft' : near ? 'bg-hover' : 'bg-surface',
        top !== undefined && 'absolute left-0',
      )}
      style={{ top, height }}
    >
      <th
        scope="row"
        tabIndex={tabStop === -1 ? 0 : -1}
        data-cell={-1}
        aria-colindex={1}
        className={cx(
          'flex h-full min-w-0 items-center border-r bg-inherit px-4 text-left font-normal focus-visible:-outline-offset-2 group-data-wide/table:sticky group-data-wide/table:left-0 group-data-wide/table:z-1 md:pl-5',
          selected && 'shadow-[inset_2px_0_0_var(--accent)]',
        )}
      >
        <Name of={row.secret.name} />
        {account !== undefined && (
          <span className="ml-auto shrink-0 pl-3 font-mono text-fg-3">{account}</span>
        )}
      </th>
      {row.cells.map((cell, column) => (
        <MatrixCell
          key={cell.region}
          cell={cell}
          at={column}
          tabStop={tabStop === column}
          open={open === cell.region}
          whole={whole}
        />
      ))}
    </tr>
  );
});

/** So many letters have room in the narrowest column: what needs no cutting is drawn at less cost. */
const FITS = 26;

/** The path gives way where there is no room, the last part does not. */
function Name({ of }: { of: string }) {
  const name = useShownNames()(of);
  const cuts = name.length > FITS && 'truncate';
  const cut = name.lastIndexOf('/') + 1;
  return (
    <span data-full={name} data-tip="" data-tip-mono="" className="flex min-w-0 whitespace-pre font-mono">
      <span className={cx('text-fg-3', cuts)}>{name.slice(0, cut)}</span>
      <span className={cx('max-w-full shrink-0 font-medium text-fg', cuts)}>{name.slice(cut)}</span>
    </span>
  );
}
