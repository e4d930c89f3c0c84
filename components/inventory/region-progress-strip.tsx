import { Pause } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { ReadingSum } from '@/components/inventory/reading-sum';
import { RegionEntry, SummedUp } from '@/components/inventory/region-entry';
import { segmentsOf } from '@/components/inventory/region-segments';
import { shortWord } from '@/components/problem/short-word';
import { Button } from '@/components/ui/button';
import { later } from '@/components/ui/later';
import { ProgressLine } from '@/components/ui/progress-line';
import type { InventoryState, RegionProgress } from '@/lib/client/inventory-state';
import { accountOf } from '@/lib/domain/account-region';

// Trouble is the exception: its words are loaded when there is some.
const FailedRegions = later(
  async () => (await import('@/components/inventory/failed-regions')).FailedRegions,
);
const FailedDetails = later(
  async () => (await import('@/components/inventory/failed-regions')).FailedDetails,
);
const StoppedRegions = later(
  async () => (await import('@/components/inventory/stopped-regions')).StoppedRegions,
);
const SourceNote = later(async () => (await import('@/components/inventory/source-note')).SourceNote);

/** So many stand beside each other, on a laptop and on a wide screen; of more, those that went well are summed up. */
const FITS = { laptop: 4, wide: 6 };

/** So many failures have an entry each; more of them are told by kind. */
const ALONE = 2;

interface RegionProgressStripProps {
  readonly state: InventoryState;
  readonly reading: boolean;
  /** Something is being read, if only once more behind the rows of the last reading. */
  readonly running: boolean;
  readonly onRetry: (regions: readonly string[]) => void;
  readonly onStop: () => void;
}

/** How far each region is. A region that failed says why and can be read again by itself; the rest goes on. */
export function RegionProgressStrip(props: RegionProgressStripProps) {
  const { state, reading, running, onRetry, onStop } = props;
  const { regions } = state;
  const id = useId();
  const strip = useRef<HTMLElement>(null);
  const [open, setOpen] = useState<string>();
  const failed = regions.filter((region) => region.state === 'failed');
  const stopped = regions.filter((region) => region.state === 'stopped');
  const well = regions.filter(({ state: how }) => how === 'reading' || how === 'done');
  // A strip that wraps moves the table beneath it: where there is no room for an entry each, those that went well have one.
  const trouble = failed.length + stopped.length;
  const each = regions.length <= FITS.wide && trouble <= ALONE;
  const [entry, sum] =
    regions.length > FITS.laptop || trouble > 1
      ? ['@max-7xl:hidden', '@7xl:hidden']
      : ['@max-5xl:hidden', '@5xl:hidden'];
  const kinds = kindsOf(failed);
  const opened = kinds.find(({ name }) => name === open);
  // The button that was pressed goes with what it was for: the focus stays in the strip.
  const retry = (some: readonly RegionProgress[]) => {
    strip.current?.focus({ preventScroll: true });
    onRetry(some.map(({ region }) => region));
  };
  return (
    <section
      ref={strip}
      aria-label="Reading of the regions"
      tabIndex={-1}
      className="shrink-0 border-b bg-canvas text-xs focus-visible:-outline-offset-2 @container"
    >
      <div className="relative flex min-h-8 flex-wrap items-center gap-x-5 gap-y-1 px-4 py-1 max-md:min-h-11 max-md:gap-x-3 max-md:py-0 md:px-5">
        <ReadingSum regions={regions} reading={reading} again={running && !reading} />
        {regions.length > 0 && <span aria-hidden className="h-4 w-px bg-line-strong max-md:hidden" />}
        {each &&
          well.map((region) => (
            <RegionEntry key={region.region} region={region} running={running} className={entry} />
          ))}
        <SummedUp regions={well} className={each ? sum : undefined} />
        {kinds.map(({ name, regions: alike }) => (
          <FailedRegions
            key={name}
            regions={alike}
            others={well.some(({ pages }) => pages.length > 0)}
            panel={name === open ? `${id}-problem` : undefined}
            onToggle={() => setOpen(name === open ? undefined : name)}
            onRetry={() => retry(alike)}
          />
        ))}
        {kinds.length > 1 && (
          <Button size="sm" variant="quiet" onClick={() => retry(failed)}>
            Retry all {failed.length}
          </Button>
        )}
        {stopped.length > 0 && <StoppedRegions regions={stopped} onContinue={() => retry(stopped)} />}
        {running && regions.length > 0 && (
          <Button
            size="sm"
            variant="quiet"
            icon={Pause}
            data-tip="Stops the reading; what was read stays"
            onClick={() => {
              strip.current?.focus({ preventScroll: true });
              onStop();
            }}
            className="ml-auto"
          >
            Stop
          </Button>
        )}
        {running && (
          <ProgressLine
            segments={segmentsOf([...well, ...failed, ...stopped])}
            className="absolute inset-x-0 -bottom-px"
          />
        )}
      </div>
      {opened && (
        <div id={`${id}-problem`} className="scroll-thin max-h-72 overflow-y-auto border-t *:border-b-0">
          <FailedDetails regions={opened.regions} onRetry={onRetry} />
        </div>
      )}
      {state.source === 'fallback' && <SourceNote state={state} />}
    </section>
  );
}

function kindsOf(failed: readonly RegionProgress[]) {
  const kinds = new Map<string, RegionProgress[]>();
  for (const region of failed) {
    const name =
      failed.length > ALONE && region.problem
        ? `${accountOf(region.region)} ${shortWord(region.problem)}`
        : region.region;
    kinds.set(name, [...(kinds.get(name) ?? []), region]);
  }
  return [...kinds].map(([name, regions]) => ({ name, regions }));
}
