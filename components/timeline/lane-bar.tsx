import { cx } from '@/components/ui/cx';
import type { SecretEvent } from '@/lib/domain/timeline/secret-event';
import type { Interval } from '@/lib/domain/timeline/timeline';
import { actorName, reasonWords } from '@/lib/domain/timeline/words';

const CHARACTER = 6.7;
const NO_WORDS = { id: '', by: '' };

interface LaneBarProps {
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

/** One bar; the one that is looked at is lit. */
export function LaneBar({ one, label, left, right, top, height, lit, hatch, words }: LaneBarProps) {
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
export function wordsIn(one: Interval, id: string, room: number, events: ReadonlyMap<string, SecretEvent>) {
  if (room < 40) return NO_WORDS;
  const event = one.startedBy === undefined ? undefined : events.get(one.startedBy);
  const by = event ? actorName(event.actor) : '';
  const fits = Math.floor((room - 16) / CHARACTER);
  if (fits < id.length) return NO_WORDS;
  return { id, by: fits >= id.length + by.length + 2 ? by : '' };
}
