'use client';

import { useClock } from '@/components/frame/use-clock';
import { firstZone, otherZone, swapZones, useFirstZone } from '@/components/ui/first-zone';
import { clock, inFull, zoneName } from '@/components/ui/time-format';
import { useShortcut } from '@/lib/client/shortcut';
import { createStore, useStore } from '@/lib/client/store';

const said = createStore('');

/** What the logs say and what the wall says. Pressing it, or T, tells every time of the console in the other zone first. */
export function Clocks({ now }: { now: () => number }) {
  const zone = useFirstZone();
  const time = useClock(now, 1_000);
  const at = new Date(time ?? 0);
  const first = zoneName(at, zone);
  const other = zoneName(at, otherZone());
  const swap = () => {
    if (first === other) return said.set(`This computer goes by ${first} itself`);
    swapZones();
    said.set(`Times in ${zoneName(at, firstZone())} first`);
  };
  useShortcut('t', swap);
  return (
    <button
      type="button"
      aria-keyshortcuts="T"
      data-tip={time === undefined ? undefined : `${inFull(at, undefined)}\nT swaps the zones`}
      onClick={swap}
      className="flex shrink-0 items-center gap-2 whitespace-nowrap rounded-md font-mono text-xs hover:text-accent max-md:h-11"
    >
      <span className="font-medium">
        {time === undefined ? '--:--:--' : clock(at, true)} {first}
      </span>
      {time !== undefined && first !== other && (
        <span className="text-fg-3 max-md:hidden">
          {clock(at, false, otherZone())} {other}
        </span>
      )}
      <span className="sr-only">, {first} first</span>
    </button>
  );
}

/** Says which zone has become the first. */
export function ZoneNews() {
  return (
    <span role="status" className="sr-only">
      {useStore(said)}
    </span>
  );
}
