import { Check } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { counted, figure } from '@/components/inventory/count-words';
import { listed } from '@/components/inventory/region-segments';
import { cx } from '@/components/ui/cx';
import { Spinner } from '@/components/ui/spinner';
import { clock } from '@/components/ui/time-format';
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
  /** Whether any region is still being read; afterwards it matters when each was. */
  readonly running: boolean;
  readonly className?: string | undefined;
}

/** A region that is being read, or has been. */
export function RegionEntry({ region, running, className }: RegionEntryProps) {
  const { state, pages, at } = region;
  const slow = useSlow(pages, state === 'reading');
  const count = figure(listed(region));
  const progress = pages.length === 0 ? 'reading' : `${count} read, page ${pages.length}`;
  const time = at && clock(new Date(at), true);
  return (
    <Entry done={state === 'done'} className={className}>
      <span className="font-mono text-fg">{region.region}</span>{' '}
      {state === 'done' ? (
        <span>{running || !time ? `${count} done` : `${count} read ${time}`}</span>
      ) : (
        <span>
          {progress}
          {slow && <span className="text-warn">, slow: waiting for page {pages.length + 1}</span>}
        </span>
      )}
    </Entry>
  );
}

const SLOW = 3_000;

// AWS is given eight seconds for a page; long before that it should be said what is waited for.
function useSlow(pages: RegionProgress['pages'], reading: boolean): boolean {
  const [since, setSince] = useState<RegionProgress['pages']>();
  useEffect(() => {
    if (!reading) return;
    const timer = setTimeout(() => setSince(pages), SLOW);
    return () => clearTimeout(timer);
  }, [pages, reading]);
  return reading && since === pages;
}

interface SummedUpProps {
  readonly regions: readonly RegionProgress[];
  readonly className?: string | undefined;
}

/** Regions that are being read, or have been, where there is no room for an entry each. */
export function SummedUp({ regions, className }: SummedUpProps) {
  const done = regions.filter(({ state }) => state === 'done');
  const running = regions.length - done.length;
  const oldest = done.flatMap(({ at }) => at ?? []).sort()[0];
  const time = running === 0 && oldest ? `read ${clock(new Date(oldest), true)}` : 'done';
  return (
    <>
      {done.length > 0 && (
        // On a phone one line has to do: a second would push the rows from under a thumb.
        <Entry done className={cx(className, running > 0 && 'max-md:hidden')}>
          {counted(done.length, 'region')} {time}
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
