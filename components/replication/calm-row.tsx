import { calmWords } from '@/components/replication/state-look';
import { cx } from '@/components/ui/cx';

interface CalmRowProps {
  readonly count: number;
  readonly reading: boolean;
  readonly at: number;
  readonly top: number | undefined;
  readonly height: number;
}

/** The line in place of all secrets that need nobody. */
export function CalmRow({ count, reading, at, top, height }: CalmRowProps) {
  return (
    <tr
      aria-rowindex={at + 2}
      className={cx('block w-full border-b bg-canvas contain-strict', top !== undefined && 'absolute left-0')}
      style={{ top, height }}
    >
      <th
        scope="row"
        className="sticky left-0 flex h-full w-fit items-center px-4 font-normal text-2xs text-fg-3 md:px-5"
      >
        {calmWords(reading)}, {count.toLocaleString('en')} {count === 1 ? 'secret' : 'secrets'}
      </th>
    </tr>
  );
}
