import type { ScaleTime } from 'd3-scale';
import { useMemo } from 'react';
import { LaneArrows } from '@/components/timeline/lane-arrows';
import { LaneBars, type LanePlace } from '@/components/timeline/lane-bars';
import { TimeAxis } from '@/components/timeline/time-axis';
import { VersionDots } from '@/components/timeline/version-dots';
import { clock } from '@/components/ui/time-format';
import { arrowsOf } from '@/lib/domain/timeline/arrows-of';
import { intervalAt } from '@/lib/domain/timeline/at-moment';
import { makerOf } from '@/lib/domain/timeline/maker-of';
import type { SecretEvent } from '@/lib/domain/timeline/secret-event';
import type { Spelling } from '@/lib/domain/timeline/sentence-at';
import type { Timeline } from '@/lib/domain/timeline/timeline';
import type { SecretVersion } from '@/lib/domain/version';

interface ChartPictureProps {
  readonly id: string;
  readonly timeline: Timeline;
  readonly events: readonly SecretEvent[];
  readonly versions: readonly SecretVersion[];
  readonly places: readonly LanePlace[];
  readonly scale: ScaleTime<number, number>;
  readonly width: number;
  readonly height: number;
  readonly now: number;
  readonly moment: number | undefined;
  readonly spelling: Spelling;
}

/** The drawing itself; everything in it is also said in words elsewhere. */
export function ChartPicture(props: ChartPictureProps) {
  const { id, timeline, events, versions, places, scale, width, height, now, moment, spelling } = props;
  const byId = useMemo(() => new Map(events.map((event) => [event.id, event])), [events]);
  const makers = useMemo(
    () => new Map(versions.map((version) => [version.id, makerOf(version, events)])),
    [versions, events],
  );
  const arrows = useMemo(() => arrowsOf(timeline), [timeline]);
  const hatch = useMemo(() => ({ pending: `${id}pending`, unknown: `${id}unknown` }), [id]);
  const axis = height - 34;
  const end = scale(timeline.to);
  return (
    <svg aria-hidden width={width} height={height} className="block select-none">
      <defs>
        <Hatch id={hatch.pending} stroke="var(--accent-line)" />
        <Hatch id={hatch.unknown} stroke="var(--hatch)" />
      </defs>
      <TimeAxis {...{ scale, width, now }} top={axis} lines={axis} />
      {places.map((place) => (
        <LaneBars
          key={place.lane.label}
          {...{ place, width, hatch }}
          lit={moment === undefined ? place.lane.intervals.at(-1) : intervalAt(place.lane, moment)}
          x={scale}
          events={byId}
          short={spelling.version}
        />
      ))}
      <LaneArrows {...{ arrows, places, width }} x={scale} />
      <VersionDots
        {...{ versions, makers }}
        width={Math.min(width, end)}
        x={scale}
        top={axis - 18}
        short={spelling.version}
      />
      {end < width && (
        <g>
          <rect x={end} width={width - end} height={axis} fill={`url(#${hatch.unknown})`} />
          <line x1={end} x2={end} y2={axis} className="stroke-accent" strokeWidth={1.5} />
        </g>
      )}
      {moment !== undefined && <Scrub {...{ moment, places, axis, width }} x={scale} />}
    </svg>
  );
}

function Hatch({ id, stroke }: { id: string; stroke: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" fill="var(--surface)" />
      <line x1="0" y1="0" x2="0" y2="6" stroke={stroke} strokeWidth="2.5" />
    </pattern>
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
        {clock(date, false, 'UTC')}
      </text>
      <text x={foot} y={axis + 28} textAnchor="middle" className="fill-canvas font-mono text-2xs opacity-75">
        {clock(date, false)}
      </text>
    </g>
  );
}
