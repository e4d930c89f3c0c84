import type { ScaleTime } from 'd3-scale';
import { memo, useMemo } from 'react';
import { LaneArrows } from '@/components/timeline/lane-arrows';
import { LaneBars, type LanePlace } from '@/components/timeline/lane-bars';
import { TimeAxis } from '@/components/timeline/time-axis';
import { VersionDots } from '@/components/timeline/version-dots';
import { arrowsOf } from '@/lib/domain/timeline/arrows-of';
import { makerOf } from '@/lib/domain/timeline/maker-of';
import type { SecretEvent } from '@/lib/domain/timeline/secret-event';
import type { Spelling } from '@/lib/domain/timeline/sentence-at';
import type { Timeline } from '@/lib/domain/timeline/timeline';
import type { SecretVersion } from '@/lib/domain/version';

interface ChartPictureProps {
  readonly id: string;
  readonly timeline: Timeline;
  /** By their ids. */
  readonly events: ReadonlyMap<string, SecretEvent>;
  readonly versions: readonly SecretVersion[];
  readonly places: readonly LanePlace[];
  readonly scale: ScaleTime<number, number>;
  readonly width: number;
  readonly height: number;
  readonly now: number;
  readonly spelling: Spelling;
}

/** The drawing itself; everything in it is also said in words elsewhere. It knows nothing of the pointer. */
export const ChartPicture = memo(function ChartPicture(props: ChartPictureProps) {
  const { id, timeline, events, versions, places, scale, width, height, now, spelling } = props;
  const makers = useMemo(
    () => new Map(versions.map((version) => [version.id, makerOf(version, [...events.values()])])),
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
          x={scale}
          events={events}
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
    </svg>
  );
});

function Hatch({ id, stroke }: { id: string; stroke: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" fill="var(--surface)" />
      <line x1="0" y1="0" x2="0" y2="6" stroke={stroke} strokeWidth="2.5" />
    </pattern>
  );
}
