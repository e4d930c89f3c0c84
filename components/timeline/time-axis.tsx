import type { ScaleTime } from 'd3-scale';
import { memo } from 'react';
import { cx } from '@/components/ui/cx';
import { otherZone, useFirstZone } from '@/components/ui/first-zone';
import { brief, clock, zoneName } from '@/components/ui/time-format';

const DAY = 86_400_000;

interface TimeAxisProps {
  readonly scale: ScaleTime<number, number>;
  readonly width: number;
  readonly top: number;
  /** From the top of the picture to the axis: how long the lines are. */
  readonly lines: number;
  readonly now: number;
}

const isMidnight = (tick: Date) => clock(tick, false) === '00:00';

/** The marks of the axis: as many as have room for their words. */
function ticksOf(scale: ScaleTime<number, number>, width: number): Date[] {
  return scale.ticks(Math.max(2, Math.floor(width / 110)));
}

/** Time in the first zone and, below, in the other. */
export const TimeAxis = memo(function TimeAxis({ scale, width, top, lines, now }: TimeAxisProps) {
  useFirstZone();
  const ticks = ticksOf(scale, width).filter((tick) => scale(tick) < width - 24);
  const daily = ticks.length > 1 && ticks[1]!.getTime() - ticks[0]!.getTime() >= DAY;
  const words = (tick: Date) =>
    daily || isMidnight(tick) ? brief(tick, new Date(now + 2 * DAY)) : clock(tick, false);
  const other = !daily && zoneName(new Date(now), otherZone()) !== zoneName(new Date(now));
  return (
    <g className="pointer-events-none">
      <line x1={0} x2={width} y1={top} y2={top} className="stroke-line-strong" />
      {ticks.map((tick) => (
        <g key={tick.getTime()} transform={`translate(${scale(tick)} 0)`}>
          <line y1={top - lines} y2={top} className="stroke-line" />
          <text
            y={top + 14}
            className={cx('text-2xs', !daily && isMidnight(tick) ? 'fill-fg font-semibold' : 'fill-fg-2')}
            textAnchor={scale(tick) < 24 ? 'start' : 'middle'}
          >
            {words(tick)}
          </text>
          {other && (
            <text
              y={top + 28}
              className="fill-fg-3 text-2xs"
              textAnchor={scale(tick) < 24 ? 'start' : 'middle'}
            >
              {clock(tick, false, otherZone())}
            </text>
          )}
        </g>
      ))}
    </g>
  );
});
