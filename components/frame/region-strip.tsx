'use client';

import { ChevronUp, Lock } from 'lucide-react';
import { type RegionReading, summarise } from '@/components/frame/region-summary';
import { useClock } from '@/components/frame/use-clock';
import { ToneIcon } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
import { useFirstZone } from '@/components/ui/first-zone';
import { Glyph } from '@/components/ui/glyph';
import { later } from '@/components/ui/later';
import { Popover } from '@/components/ui/popover';
import { clock, stamp } from '@/components/ui/time-format';
import { ScreenShareToggle } from '@/components/value/screen-share-toggle';
import { useClipboard } from '@/lib/client/clipboard';

const ClipboardNote = later(async () => (await import('@/components/value/clipboard-note')).ClipboardNote);

/** So many fit beside each other at 1024 px; more are summed up, and trouble still stands by itself. */
const fits = 5;

/** The status bar: one entry a region with its last good read. It is where a partial failure stays visible. */
export function RegionStrip({ regions, now }: { regions: readonly RegionReading[]; now: () => number }) {
  useFirstZone();
  const minute = useClock(now, 60_000);
  const clipboard = useClipboard();
  // With their accounts they are twice as long.
  const long = regions.some(({ region }) => /^\d/.test(region));
  const many = long || regions.length > fits;
  const beside = many
    ? regions.filter(({ state }) => state === 'failed').slice(0, long ? 1 : fits - 2)
    : regions;
  // What stands beside it is not said again.
  const others = regions.filter((reading) => !beside.includes(reading));
  return (
    <footer className="flex h-9 shrink-0 items-center gap-4 overflow-hidden border-t bg-sunken px-4 text-2xs text-fg-2 md:h-6">
      {beside.map((reading) => (
        <Entry key={reading.region} reading={reading} now={minute} className="max-md:hidden" />
      ))}
      {regions.length > 0 && (
        <Popover
          label="Regions"
          className={cx(
            'inline-flex h-full min-w-0 items-center gap-1.5 hover:text-fg focus-visible:-outline-offset-2',
            !many && 'md:hidden',
          )}
          panelClassName="p-3 min-w-56"
          trigger={
            <>
              <span className="inline-flex min-w-0 items-center gap-1.5 md:hidden">
                <Mark state={overall(regions)} />
                <span className="truncate">{summarise(regions)}</span>
              </span>
              <span className="inline-flex items-center gap-1.5 max-md:hidden">
                <Mark state={overall(others)} />
                {summarise(others, beside.length > 0 ? 'other region' : 'region')}
              </span>
              <ChevronUp aria-hidden className="ml-auto size-3 shrink-0 text-fg-3" />
            </>
          }
        >
          <ul className="space-y-2">
            {regions.map((reading) => (
              <li key={reading.region}>
                <Entry reading={reading} now={minute} />
              </li>
            ))}
          </ul>
        </Popover>
      )}
      {regions.length === 0 && <span>No region read yet</span>}
      <span className="ml-auto flex h-full shrink-0 items-center gap-4">
        {clipboard.kind !== 'clear' && <ClipboardNote />}
        <ScreenShareToggle />
      </span>
    </footer>
  );
}

function overall(regions: readonly RegionReading[]): RegionReading['state'] {
  if (regions.some(({ state }) => state === 'failed')) return 'failed';
  if (regions.some(({ state }) => state === 'reading')) return 'reading';
  return regions.some(({ state }) => state === 'stopped') ? 'stopped' : 'read';
}

// Seconds on the day itself; the day too once it is another.
function readAt(at: Date, now: number | undefined): string {
  const words = now === undefined ? 'today' : stamp(at, new Date(now));
  return words.endsWith('today') ? clock(at, true) : words;
}

const tones = { failed: 'warn', reading: 'progress', stopped: 'idle' } as const;

function Mark({ state, denied }: { state: RegionReading['state']; denied?: boolean | undefined }) {
  return (
    <span className="grid size-3 shrink-0 place-items-center">
      {state === 'read' ? (
        <Glyph shape="disc" className="text-ok-mark" />
      ) : (
        <ToneIcon tone={tones[state]} icon={denied ? Lock : undefined} className="size-3" />
      )}
    </span>
  );
}

interface EntryProps {
  readonly reading: RegionReading;
  readonly now: number | undefined;
  readonly className?: string;
}

function Entry({ reading, now, className }: EntryProps) {
  const { region, state, at, word, denied } = reading;
  const time = at && readAt(new Date(at), now);
  return (
    <span className={cx('inline-flex items-center gap-1.5 whitespace-nowrap', className)}>
      <Mark state={state} denied={denied} />
      <span className="font-mono">{region}</span>
      {state === 'read' && <span className="text-fg-3">{word ?? (time ? `read ${time}` : 'read')}</span>}
      {state === 'reading' && <span className="text-fg-3">{word ?? 'reading'}</span>}
      {state === 'stopped' && <span className="text-fg-3">stopped{time && `, last read ${time}`}</span>}
      {state === 'failed' && (
        <span className="text-warn">
          {word ?? 'not read'}
          {time && `, last read ${time}`}
        </span>
      )}
    </span>
  );
}
