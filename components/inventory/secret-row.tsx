import { lazy, memo, Suspense } from 'react';
import type { CellProps, MoreCells } from '@/components/inventory/cell';
import { onTracks, stays } from '@/components/inventory/column-layout';
import type { Column } from '@/components/inventory/columns';
import { isTrouble } from '@/components/inventory/rotation-cell';
import { Checkbox } from '@/components/ui/checkbox';
import { cx } from '@/components/ui/cx';
import { rotationState } from '@/lib/domain/rotation-state';

const RowActions = lazy(() => import('./row-actions'));

/** What the page around a row does for it. */
export interface RowActs {
  /** With the range from the last selected one. */
  select(at: number, range: boolean): void;
  openMenu(at: number, anchor: DOMRect): void;
}

interface SecretRowProps extends Omit<CellProps, 'rotation'> {
  readonly at: number;
  readonly columns: readonly Column[];
  readonly cells: MoreCells;
  /** Where it lies, if it does not follow the row before. */
  readonly top: number | undefined;
  readonly height: number;
  readonly tabStop: boolean;
  readonly selected: boolean;
  /** Whether pointer or focus rest on it. */
  readonly near: boolean;
  /** Whether it has all its fields; else only its name, while it flies past. */
  readonly whole: boolean;
  readonly acts: RowActs;
}

/** One secret with its replicas: a line of the table, on a phone a card. */
export const SecretRow = memo(function SecretRow(props: SecretRowProps) {
  const { secret, at, now, columns, cells, top, height, tabStop, selected, near, whole, acts } = props;
  const rotation = rotationState(secret, now);
  const hidden = (key: string) =>
    key === 'rotation' && !isTrouble(rotation) && secret.shown.deleted === undefined;
  return (
    <tr
      data-at={at}
      data-near={near || undefined}
      aria-rowindex={at + 2}
      aria-selected={selected}
      tabIndex={tabStop ? 0 : -1}
      style={{ height, top }}
      className={cx(
        // Not the look of other tables' rows, which answers `:hover`: see use-near.ts.
        'group/row border-b text-xs',
        selected ? 'bg-accent-soft shadow-[inset_2px_0_0_var(--accent)]' : near ? 'bg-hover' : 'bg-surface',
        onTracks,
        top !== undefined && 'absolute inset-x-0',
        'cursor-default contain-strict focus-visible:-outline-offset-2 max-md:grid-cols-[minmax(0,1fr)_auto] max-md:content-center max-md:gap-y-1.5',
        !selected && 'focus-visible:bg-hover',
      )}
    >
      <td aria-colindex={1} className="max-md:hidden">
        {whole && (
          <Checkbox
            aria-label={`Select ${secret.name}`}
            tabIndex={-1}
            checked={selected}
            onChange={({ nativeEvent }) =>
              acts.select(at, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
            }
            className="-ml-1"
          />
        )}
      </td>
      {columns.map(({ key }, index) => (
        <td
          key={key}
          data-col={key}
          aria-colindex={index + 2}
          className={cx(
            'min-w-0',
            key === 'name' && stays,
            key !== 'regions' && key !== 'name' && key !== 'rotation' && 'truncate text-fg-2',
            (key === 'regions' || key === 'changed') && 'max-md:row-start-2',
            (key === 'rotation' || key === 'changed') && 'max-md:max-w-[45vw] max-md:text-right',
            hidden(key) && 'max-md:hidden',
          )}
        >
          {(whole || key === 'name') && cells[key]?.({ ...props, rotation })}
        </td>
      ))}
      {near && (
        <td
          aria-colindex={columns.length + 2}
          className="pointer-events-none absolute inset-x-0 inset-y-0.5 z-1 max-md:hidden"
        >
          {/* At the edge of what is in sight, also where the table is wider than the screen. */}
          <span
            className={cx(
              'pointer-events-auto sticky right-0.5 ml-auto flex h-full w-fit items-center pr-2 pl-2',
              selected ? 'bg-accent-soft' : 'bg-hover',
            )}
          >
            <Suspense>
              <RowActions
                secret={secret}
                scope={props.scope}
                onMenu={(anchor) => acts.openMenu(at, anchor)}
              />
            </Suspense>
          </span>
        </td>
      )}
    </tr>
  );
});
