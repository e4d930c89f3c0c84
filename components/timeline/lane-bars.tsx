import { memo } from 'react';
import { LaneBar, wordsIn } from '@/components/timeline/lane-bar';
import { partsOf } from '@/components/timeline/lane-parts';
import type { SecretEvent } from '@/lib/domain/timeline/secret-event';
import type { Lane } from '@/lib/domain/timeline/timeline';
import { reasonWords } from '@/lib/domain/timeline/words';

/** Where a lane lies in the picture, in pixels. */
export interface LanePlace {
  readonly lane: Lane;
  readonly top: number;
  readonly height: number;
}

interface LaneBarsProps {
  readonly place: LanePlace;
  readonly x: (at: number) => number;
  readonly width: number;
  readonly events: ReadonlyMap<string, SecretEvent>;
  readonly short: (id: string) => string;
  /** The ids of the patterns in this picture. */
  readonly hatch: { readonly pending: string; readonly unknown: string };
}

/** One label's bars: which version had it when. What is inferred is faded and dashed, what is not known hatched. */
export const LaneBars = memo(function LaneBars(props: LaneBarsProps) {
  const { place, x, width, events, short, hatch } = props;
  const { lane, top, height } = place;
  const { bars, blocks } = partsOf(lane, x, width);
  return (
    <g>
      {lane.label === 'AWSPENDING' && (
        <rect x={0} y={top} width={width} height={height} className="fill-sunken" />
      )}
      {blocks.map(({ left, right, count }) => (
        <rect
          key={left}
          x={left}
          y={top + 0.5}
          width={Math.max(1, right - left)}
          height={height - 1}
          className="fill-idle-soft stroke-line-strong"
          data-tip={`${lane.label}: ${count} spans too short to show apart`}
        />
      ))}
      {bars.map(({ one, left, right }) => {
        if (one.certainty === 'unknown') {
          return (
            <rect
              key={one.from}
              x={left}
              y={top}
              width={right - left}
              height={height}
              fill={`url(#${hatch.unknown})`}
              data-tip={`${lane.label}: not known\n${one.reason ? reasonWords(one.reason) : ''}`}
            />
          );
        }
        if (one.versionId === null) return null;
        return (
          <LaneBar
            key={one.from}
            {...{ one, left, right, top, height }}
            label={lane.label}
            hatch={hatch.pending}
            lit={false}
            words={wordsIn(one, short(one.versionId), right - left, events)}
          />
        );
      })}
    </g>
  );
});
