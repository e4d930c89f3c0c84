import { memo } from 'react';
import { type EventLook, lookOf } from '@/components/timeline/event-look';
import { cx } from '@/components/ui/cx';
import type { Tone } from '@/components/ui/tone';
import type { SecretEvent } from '@/lib/domain/timeline/secret-event';
import type { Timeline } from '@/lib/domain/timeline/timeline';

const tones: Record<Tone, string> = {
  ok: 'text-ok',
  warn: 'text-warn',
  fail: 'text-fail',
  progress: 'text-progress',
  idle: 'text-fg-2',
};

interface ChartLegendProps {
  readonly events: readonly { readonly event: SecretEvent }[];
  readonly timeline: Timeline;
}

/** What the signs and the dashes of this very picture stand for; what it does not show is not explained. */
export const ChartLegend = memo(function ChartLegend({ events, timeline }: ChartLegendProps) {
  const looks = new Map<string, EventLook>();
  for (const { event } of events) {
    const look = lookOf(event);
    looks.set(look.words, look);
  }
  const certainties = new Set(
    timeline.lanes.flatMap(({ intervals }) => intervals.map(({ certainty }) => certainty)),
  );
  return (
    <ul aria-label="Legend" className="flex flex-wrap items-center gap-x-3 gap-y-1 text-2xs text-fg-2">
      {[...looks.values()].map(({ icon: Icon, tone, words }) => (
        <li key={words} className="flex items-center gap-1">
          <Icon aria-hidden strokeWidth={1.75} className={cx('size-3.5', tones[tone])} />
          {words}
        </li>
      ))}
      {certainties.has('inferred') && (
        <li className="flex items-center gap-1">
          <span aria-hidden className="h-3 w-4 rounded-xs border border-control border-dashed" />
          Inferred
        </li>
      )}
      {certainties.has('unknown') && (
        <li className="flex items-center gap-1">
          <span
            aria-hidden
            className="h-3 w-4 rounded-xs border border-line bg-[repeating-linear-gradient(135deg,var(--hatch)_0_2px,var(--surface)_2px_5px)]"
          />
          Not known
        </li>
      )}
    </ul>
  );
});
