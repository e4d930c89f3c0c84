import { useEffect, useMemo, useRef } from 'react';
import { cluster } from '@/components/timeline/cluster';
import { eventLine } from '@/components/timeline/event-line';
import { lookOf } from '@/components/timeline/event-look';
import type { Span } from '@/components/timeline/use-span';
import { cx } from '@/components/ui/cx';
import type { Tone } from '@/components/ui/tone';
import type { SecretEvent } from '@/lib/domain/timeline/secret-event';
import type { Spelling } from '@/lib/domain/timeline/sentence-at';

const APART = 28;
const tones: Record<Tone, string> = {
  ok: 'border-ok-line bg-ok-soft text-ok',
  warn: 'border-warn-line bg-warn-soft text-warn',
  fail: 'border-fail-line bg-fail-soft text-fail',
  progress: 'border-progress-line bg-progress-soft text-progress',
  idle: 'border-line-strong bg-surface text-fg-2',
};

interface EventMarksProps {
  readonly events: readonly { readonly event: SecretEvent; readonly at: number }[];
  readonly x: (at: number) => number;
  readonly width: number;
  readonly spelling: Spelling;
  readonly onMoment: (at: number) => void;
  readonly onSpan: (span: Span) => void;
}

/** What happened, along the top: one sign each, a number where they are too close; that one opens them. */
export function EventMarks({ events, x, width, spelling, onMoment, onSpan }: EventMarksProps) {
  const clusters = useMemo(
    () =>
      cluster(
        events.filter(({ at }) => x(at) >= 0 && x(at) <= width),
        x,
        APART,
      ),
    [events, x, width],
  );
  const acts = useRef({ onMoment, onSpan });
  useEffect(() => {
    acts.current = { onMoment, onSpan };
  });
  // Not drawn anew for each place the pointer passes.
  return useMemo(
    () => (
      <ul aria-label="Events" className="relative h-8" style={{ width }}>
        {clusters.map(({ events: some, x: place }) => {
          const first = some[0]!;
          const { icon: Icon, tone } = lookOf(first);
          const many = some.length > 1;
          // Thousands may stand in one mark: it names the first three.
          const lines = some.slice(0, 3).map((event) => eventLine(event, spelling));
          const label = many ? `${some.length} events: ${lines.join('; ')}` : lines[0];
          return (
            <li key={first.id} className="absolute top-0.5" style={{ left: place - 12 }}>
              <button
                type="button"
                // Every event is also reached by the arrow keys of the chart.
                tabIndex={-1}
                aria-label={label}
                data-tip={`${lines[0]}${many ? `\nand ${some.length - 1} more` : tipOf(first)}${undeliveredWords(some)}`}
                onClick={() =>
                  many ? acts.current.onSpan(spanOf(some)) : acts.current.onMoment(Date.parse(first.at))
                }
                className={cx(
                  'flex h-6 min-w-6 items-center justify-center rounded-md border px-0.5 text-2xs',
                  some.some(({ undelivered }) => undelivered) && 'border-dashed',
                  many ? tones[worst(some)] : tones[tone],
                )}
              >
                {many ? some.length : <Icon aria-hidden strokeWidth={1.75} className="size-3.5" />}
              </button>
            </li>
          );
        })}
      </ul>
    ),
    [clusters, spelling, width],
  );
}

function tipOf({ sourceIp, tool }: SecretEvent): string {
  const where = [
    tool.name,
    ...(tool.reason ? [`reason ${tool.reason}`] : []),
    ...(sourceIp ? [`from ${sourceIp}`] : []),
  ];
  return `\n${where.join(', ')}`;
}

function undeliveredWords(events: readonly SecretEvent[]): string {
  const count = events.filter(({ undelivered }) => undelivered).length;
  if (count === 0) return '';
  return `\nCloudTrail has not delivered ${events.length === 1 ? 'this' : `${count} of them`} yet`;
}

const RANK: readonly Tone[] = ['idle', 'progress', 'ok', 'warn', 'fail'];
const worst = (events: readonly SecretEvent[]) =>
  events.map((event) => lookOf(event).tone).reduce((a, b) => (RANK.indexOf(a) >= RANK.indexOf(b) ? a : b));

function spanOf(events: readonly SecretEvent[]): Span {
  const times = events.map(({ at }) => Date.parse(at));
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const room = Math.max(60_000, (to - from) * 0.25);
  return { from: from - room, to: to + room };
}
