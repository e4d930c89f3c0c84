import { columns, rowGrid } from '@/components/inventory/columns';
import { cx } from '@/components/ui/cx';
import { Skeleton } from '@/components/ui/skeleton';

const widths: Record<string, readonly string[]> = {
  name: ['w-44', 'w-36', 'w-52'],
  owner: ['w-16', 'w-12', 'w-14'],
  regions: ['w-24', 'w-12', 'w-36'],
  current: ['w-12', 'w-12', 'w-12'],
  rotation: ['w-20', 'w-16', 'w-24'],
  changed: ['w-16', 'w-12', 'w-14'],
  'last-read': ['w-10', 'w-12', 'w-10'],
  service: ['w-3', 'w-3', 'w-3'],
};

/** The shape of rows that are still to come; not there for screen readers, which are told in words. */
export function SkeletonRows({ count, height }: { count: number; height: number }) {
  return (
    <tbody aria-hidden className="block">
      {Array.from({ length: count }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a fixed shape
        <tr key={row} style={{ height }} className={cx(rowGrid, 'content-center gap-y-2 border-b')}>
          {columns.map(({ key, shown }) => (
            <td key={key} className={shown}>
              <Skeleton className={cx('max-w-full', widths[key]?.[row % 3])} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
