import { figure } from '@/components/inventory/count-words';
import { listed } from '@/components/inventory/region-segments';
import { Spinner } from '@/components/ui/spinner';
import { zoned } from '@/components/ui/time-format';
import type { RegionProgress } from '@/lib/client/inventory-state';

interface ReadingSumProps {
  readonly regions: readonly RegionProgress[];
  readonly reading: boolean;
  readonly again: boolean;
}

/** How much was read in all, replicas counted: the total is not known before the end, AWS gives none. */
export function ReadingSum({ regions, reading, again }: ReadingSumProps) {
  if (regions.length === 0 || again) {
    const since = regions.flatMap(({ at }) => at ?? []).sort()[0];
    return (
      <span className="inline-flex items-center gap-1.5 text-fg-2">
        <Spinner className="size-3 text-progress-mark" />
        {again ? 'Reading again' : 'Reading which regions there are'}
        {again && since && `; these rows are of ${zoned(new Date(since), true)}`}
      </span>
    );
  }
  return (
    <span className="whitespace-nowrap text-fg-2">
      <b className="font-semibold text-fg">
        {figure(regions.reduce((sum, region) => sum + listed(region), 0))}
      </b>{' '}
      {reading ? 'of ? read' : 'listed'}
    </span>
  );
}
