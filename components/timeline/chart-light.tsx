import type { ScaleTime } from 'd3-scale';
import { LaneBar, wordsIn } from '@/components/timeline/lane-bar';
import type { LanePlace } from '@/components/timeline/lane-bars';
import { otherZone } from '@/components/ui/first-zone';
import { clock } from '@/components/ui/time-format';
import { intervalAt } from '@/lib/domain/timeline/at-moment';
import type { SecretEvent } from '@/lib/domain/timeline/secret-event';

interface ChartLightProps {
  readonly places: readonly LanePlace[];
  readonly events: ReadonlyMap<string, SecretEvent>;
  readonly scale: ScaleTime<number, number>;
  readonly width: number;
  readonly height: number;
  /** Undefined: now. */
  readonly moment: number | undefined;
  readonly short: (id: string) => string;
}

/**
 * What is lit above the drawing: the bars of the moment, and the line at it. A picture of its own, so that a pointer
 * that passes asks for these few strokes and not for the drawing again.
 */
export function ChartLight({ places, events, scale, width, height, moment, short }: ChartLightProps) {
  return (
    <svg
      aria-hidden
      width={width}
      height={height}
      className="pointer-events-none absolute inset-0 select-none"
    >
      {places.map(({ lane, top, height: tall }) => {
        const one = moment === undefined ? lane.intervals.at(-1) : intervalAt(lane, moment);
        // The hatched lane stays as it is: its bar is told by its dashes.
        if (!one || one.certainty === 'unknown' || one.versionId === null || lane.label === 'AWSPENDING')
          return null;
        const left = Math.max(-2, scale(one.from));
        const right = Math.min(width + 2, scale(one.to));
        if (right < 0 || left > width) return null;
        const words = wordsIn(one, short(one.versionId), right - left, events);
        return (
          <LaneBar
            key={lane.label}
            {...{ one, left, right, top, words }}
            height={tall}
            label={lane.label}
            hatch=""
            lit
          />
        );
      })}
      {moment !== undefined && <Scrub {...{ moment, places, width }} axis={height - 34} x={scale} />}
    </svg>
  );
}

interface ScrubProps {
  readonly moment: number;
  readonly places: readonly LanePlace[];
  readonly x: (at: number) => number;
  readonly axis: number;
  readonly width: number;
}

/** The line at the moment: a ring on each lane that had a version, both times at its foot. */
function Scrub({ moment, places, x, axis, width }: ScrubProps) {
  const place = x(moment);
  if (place < 0 || place > width) return null;
  const date = new Date(moment);
  const foot = Math.min(width - 22, Math.max(22, place));
  return (
    <g className="pointer-events-none">
      <line x1={place} x2={place} y2={axis} className="stroke-fg" strokeWidth={1.25} />
      {places.map(({ lane, top, height }) => {
        const found = intervalAt(lane, moment);
        if (!found || found.certainty === 'unknown' || found.versionId === null) return null;
        return (
          <circle
            key={lane.label}
            cx={place}
            cy={top + height / 2}
            r={3.5}
            className="fill-surface stroke-fg"
            strokeWidth={1.25}
          />
        );
      })}
      <rect x={foot - 22} y={axis + 1} width={44} height={32} rx={3} className="fill-fg" />
      <text
        x={foot}
        y={axis + 14}
        textAnchor="middle"
        className="fill-canvas font-mono font-semibold text-2xs"
      >
        {clock(date, false)}
      </text>
      <text x={foot} y={axis + 28} textAnchor="middle" className="fill-canvas font-mono text-2xs opacity-75">
        {clock(date, false, otherZone())}
      </text>
    </g>
  );
}
