import { onTracks } from '@/components/inventory/column-layout';
import type { Column } from '@/components/inventory/columns';
import { cx } from '@/components/ui/cx';
import { Skeleton } from '@/components/ui/skeleton';

/** The shape of rows that are still to come; not there for screen readers, which are told in words. */
export function SkeletonRows(props: { columns: readonly Column[]; count: number; height: number }) {
  const { columns, count, height } = props;
  return (
    <tbody aria-hidden className="block">
      {Array.from({ length: count }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a fixed shape
        <tr key={row} style={{ height }} className={cx(onTracks, 'content-center gap-y-2 border-b')}>
          <td className="max-md:hidden">
            <Skeleton className="size-3.5" />
          </td>
          {columns.map(({ key }, column) => (
            <td key={key} className={cx(key === 'rotation' && 'max-md:hidden')}>
              <Skeleton className={cx('max-w-full', key === 'name' ? 'w-44' : widths[(row + column) % 3])} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

const widths = ['w-3/4', 'w-1/2', 'w-2/3'];
