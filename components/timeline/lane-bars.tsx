import { memo } from 'react';
import { partsOf } from '@/components/timeline/lane-parts';
import { cx } from '@/components/ui/cx';
import type { SecretEvent } from '@/lib/domain/timeline/secret-event';
import type { Interval, Lane } from '@/lib/domain/timeline/timeline';
import { actorName, reasonWords } from '@/lib/domain/timeline/words';

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
  /** The bar that is looked at. */
  readonly lit: Interval | undefined;
  readonly events: ReadonlyMap<string, SecretEvent>;
  readonly short: (id: string) => string;
  /** The ids of the patterns in this picture. */
  readonly hatch: { readonly pending: string; readonly unknown: string };
}

const CHARACTER = 6.7;
const NO_WORDS = { id: '', by: '' };

/** One label's bars: which version had it when. What is inferred is faded and dashed, what is not known hatched. */
export const LaneBars = memo(function LaneBars(props: LaneBarsProps) {
  const { place, x, width, lit, events, short, hatch } = props;
  const { lane, top, height } = place;
  const { bars, blocks } = partsOf(lane, x, width, lit);
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
          <Bar
            key={one.from}
            {...{ one, left, right, top, height }}
            label={lane.label}
            hatch={hatch.pending}
            lit={lit === one}
            words={right - left < 40 ? NO_WORDS : wordsIn(one, short(one.versionId), right - left, events)}
          />
        );
      })}
    </g>
  );
});

interface BarProps {
  readonly one: Interval;
  readonly label: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly height: number;
  readonly lit: boolean;
  readonly hatch: string;
  readonly words: { readonly id: string; readonly by: string };
}

function Bar({ one, label, left, right, top, height, lit, hatch, words }: BarProps) {
  const inferred = one.certainty === 'inferred';
  const gap = right - left > 4 ? 1 : 0;
  const look = LOOKS[label] ?? 'custom';
  return (
    <g data-tip={inferred && one.reason ? `${label}: inferred\n${reasonWords(one.reason)}` : undefined}>
      <rect
        x={left + gap}
        y={top + 0.5}
        width={Math.max(1, right - left - 2 * gap)}
        height={height - 1}
        rx={2}
        fill={look === 'pending' ? `url(#${hatch})` : undefined}
        strokeDasharray={inferred || look === 'pending' ? '3 2' : undefined}
        className={cx(
          inferred && 'opacity-60',
          look === 'current' && (lit && !inferred ? 'fill-accent-solid' : 'fill-accent-soft'),
          look === 'current' && (lit ? 'stroke-accent-solid' : 'stroke-accent-line'),
          look === 'pending' && 'stroke-accent',
          look === 'previous' && cx('fill-surface', lit ? 'stroke-fg-2' : 'stroke-control'),
          look === 'custom' && cx('fill-idle-soft', lit ? 'stroke-fg-2' : 'stroke-line-strong'),
        )}
      />
      {words.id !== '' && (
        <text
          x={left + 8}
          y={top + height / 2 + 4}
          className={cx(
            'pointer-events-none font-mono text-2xs',
            look === 'current' ? (lit && !inferred ? 'fill-on-accent' : 'fill-accent') : 'fill-fg-2',
            look === 'pending' && 'fill-accent',
          )}
        >
          <tspan className="font-medium">{words.id}</tspan>
          {words.by !== '' && <tspan dx={6}>{words.by}</tspan>}
        </text>
      )}
    </g>
  );
}

const LOOKS: Readonly<Record<string, 'current' | 'pending' | 'previous'>> = {
  AWSCURRENT: 'current',
  AWSPENDING: 'pending',
  AWSPREVIOUS: 'previous',
};

/** As much as fits: the version, and who put it there. */
function wordsIn(one: Interval, id: string, room: number, events: ReadonlyMap<string, SecretEvent>) {
  const event = one.startedBy === undefined ? undefined : events.get(one.startedBy);
  const by = event ? actorName(event.actor) : '';
  const fits = Math.floor((room - 16) / CHARACTER);
  if (fits < id.length) return NO_WORDS;
  return { id, by: fits >= id.length + by.length + 2 ? by : '' };
}
