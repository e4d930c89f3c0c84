import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { counted, figure } from '@/components/inventory/count-words';
import { listed } from '@/components/inventory/region-segments';
import { cx } from '@/components/ui/cx';
import { Spinner } from '@/components/ui/spinner';
import type { RegionProgress } from '@/lib/client/inventory-state';

interface EntryProps {
  readonly done: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

function Entry({ done, className, children }: EntryProps) {
  return (
    <span className={cx('inline-flex items-center gap-1.5 whitespace-nowrap text-fg-2', className)}>
      {done ? (
        <Check aria-hidden strokeWidth={2.5} className="size-3 shrink-0 text-ok-mark" />
      ) : (
        <Spinner className="size-3 text-progress-mark" />
      )}
      {children}
    </span>
  );
}

interface RegionEntryProps {
  readonly region: RegionProgress;
  readonly className?: string | undefined;
}

/** A region that is being read, or has been. */
export function RegionEntry({ region, className }: RegionEntryProps) {
  const { state, pages } = region;
  const count = figure(listed(region));
  const progress = pages.length === 0 ? 'reading' : `${count} read, page ${pages.length}`;
  return (
    <Entry done={state === 'done'} className={className}>
      <span className="font-mono text-fg">{region.region}</span>{' '}
      <span>{state === 'done' ? `${count} done` : progress}</span>
    </Entry>
  );
}

interface SummedUpProps {
  readonly regions: readonly RegionProgress[];
  readonly className?: string | undefined;
}

/** Regions that are being read, or have been, where there is no room for an entry each. */
export function SummedUp({ regions, className }: SummedUpProps) {
  const done = regions.filter(({ state }) => state === 'done').length;
  const running = regions.length - done;
  return (
    <>
      {done > 0 && (
        <Entry done className={className}>
          {counted(done, 'region')} done
        </Entry>
      )}
      {running > 0 && (
        <Entry done={false} className={className}>
          {counted(running, 'region')} being read
        </Entry>
      )}
    </>
  );
}
