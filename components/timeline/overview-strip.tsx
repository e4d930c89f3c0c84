import { type ScaleTime, scaleUtc } from 'd3-scale';
import { memo, type PointerEvent, useMemo, useRef } from 'react';
import type { Span } from '@/components/timeline/use-span';
import { useFirstZone } from '@/components/ui/first-zone';
import { brief } from '@/components/ui/time-format';
import type { Lane } from '@/lib/domain/timeline/timeline';

const DAY = 86_400_000;
const HEIGHT = 26;

interface OverviewStripProps {
  readonly lane: Lane | undefined;
  readonly moments: readonly number[];
  readonly span: Span;
  readonly now: number;
  readonly days: number;
  readonly width: number;
  readonly onSpan: (span: Span) => void;
}

/** The last weeks in one strip, with a window on what is shown below: drag it, or press where it shall go. */
export function OverviewStrip({ lane, moments, span, now, days, width, onSpan }: OverviewStripProps) {
  useFirstZone();
  const grip = useRef<{ readonly at: number; readonly span: Span } | undefined>(undefined);
  const scale = useMemo(
    () => scaleUtc([now - days * DAY, now + days * DAY * 0.01], [0, width]),
    [now, days, width],
  );
  const ticks = useMemo(() => scale.ticks(Math.max(2, Math.floor(width / 130))), [scale, width]);
  const timeOf = (event: PointerEvent) =>
    scale.invert(event.clientX - event.currentTarget.getBoundingClientRect().left).getTime();
  const [left, right] = [Math.max(0, scale(span.from)), Math.min(width, scale(span.to))];
  const press = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const at = timeOf(event);
    const length = span.to - span.from;
    const inside = at >= span.from && at <= span.to;
    const begin = inside ? span : { from: at - length / 2, to: at + length / 2 };
    grip.current = { at, span: begin };
    if (!inside) onSpan(begin);
  };
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!grip.current) return;
    const by = timeOf(event) - grip.current.at;
    onSpan({ from: grip.current.span.from + by, to: grip.current.span.to + by });
  };
  return (
    <div
      aria-hidden
      className="relative cursor-grab touch-none select-none active:cursor-grabbing"
      onPointerDown={press}
      onPointerMove={drag}
      onPointerUp={() => {
        grip.current = undefined;
      }}
    >
      <Past {...{ lane, moments, scale, ticks, width }} />
      {/* A layer of its own: what lies below is not painted again while the window is dragged. */}
      <svg
        aria-hidden
        width={width}
        height={HEIGHT + 16}
        className="pointer-events-none absolute inset-0 will-change-transform"
      >
        <path
          d={`M${left} ${HEIGHT}L0 ${HEIGHT + 16}H${width}L${right} ${HEIGHT}Z`}
          className="fill-sunken stroke-line"
        />
        <rect
          x={Math.min(left, width - 6)}
          y={0.75}
          width={Math.max(6, right - left)}
          height={HEIGHT - 1.5}
          className="fill-accent-soft stroke-fg"
          fillOpacity={0.5}
          strokeWidth={1.5}
        />
        {ticks.map((tick) => (
          <text key={tick.getTime()} x={scale(tick) + 4} y={11} className="fill-fg-2 text-2xs">
            {brief(tick, new Date(now + 2 * DAY))}
          </text>
        ))}
      </svg>
    </div>
  );
}

interface PastProps {
  readonly lane: Lane | undefined;
  readonly moments: readonly number[];
  readonly scale: ScaleTime<number, number>;
  readonly ticks: readonly Date[];
  readonly width: number;
}

/** What does not change while the window is dragged. */
const Past = memo(function Past({ lane, moments, scale, ticks, width }: PastProps) {
  return (
    <svg aria-hidden width={width} height={HEIGHT + 16} className="block">
      <rect width={width} height={HEIGHT} className="fill-sunken stroke-line" />
      {ticks.map((tick) => (
        <g key={tick.getTime()} transform={`translate(${scale(tick)} 0)`}>
          <line y2={HEIGHT} className="stroke-line-strong" />
        </g>
      ))}
      {(lane?.intervals ?? []).map((one) => {
        const [from, to] = [Math.max(0, scale(one.from)), Math.min(width, scale(one.to))];
        if (to <= 0 || one.certainty === 'unknown' || one.versionId === null) return null;
        return (
          <rect
            key={one.from}
            x={from}
            y={16}
            width={Math.max(0, to - from)}
            height={6}
            className={one.certainty === 'known' ? 'fill-accent-line' : 'fill-accent-soft'}
          />
        );
      })}
      {/* One line of pen for thousands of events. */}
      <path d={moments.map((at) => `M${scale(at).toFixed(1)} 15V23`).join('')} className="stroke-fg-2" />
    </svg>
  );
});
