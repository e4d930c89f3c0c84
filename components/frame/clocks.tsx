'use client';

import { useClock } from '@/components/frame/use-clock';
import { clock, inFull, zoneName } from '@/components/ui/time-format';

/** UTC first, then the reader's own time: what the logs say, and what the wall says. */
export function Clocks({ now }: { now: () => number }) {
  const time = useClock(now, 1_000);
  const at = time === undefined ? undefined : new Date(time);
  const local = at && zoneName(at);
  return (
    <div
      data-tip={at && inFull(at, undefined)}
      className="flex shrink-0 items-center gap-2 whitespace-nowrap font-mono text-xs"
    >
      <span className="font-medium">{at ? clock(at, true, 'UTC') : '--:--:--'} UTC</span>
      {at && local !== 'UTC' && (
        <span className="text-fg-3 max-md:hidden">
          {clock(at, false)} {local}
        </span>
      )}
    </div>
  );
}
