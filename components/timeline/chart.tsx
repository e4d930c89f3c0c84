import { scaleUtc } from 'd3-scale';
import { type PointerEvent, useEffect, useEffectEvent, useId, useMemo, useState } from 'react';
import { ChartLegend } from '@/components/timeline/chart-legend';
import { ChartLight } from '@/components/timeline/chart-light';
import { ChartPicture } from '@/components/timeline/chart-picture';
import { EventMarks } from '@/components/timeline/event-marks';
import { LaneGutter } from '@/components/timeline/lane-gutter';
import { MomentBar } from '@/components/timeline/moment-bar';
import { OverviewStrip } from '@/components/timeline/overview-strip';
import { placesOf } from '@/components/timeline/places';
import { ReadBack } from '@/components/timeline/read-back';
import { SpanControls } from '@/components/timeline/span-controls';
import { spelling } from '@/components/timeline/time-words';
import { useChartKeys } from '@/components/timeline/use-chart-keys';
import { useDrawn } from '@/components/timeline/use-drawn';
import { useMoment, writeMoment } from '@/components/timeline/use-moment';
import { useSpan } from '@/components/timeline/use-span';
import { useWidth } from '@/components/timeline/use-width';
import { useFirstZone } from '@/components/ui/first-zone';
import type { TimelineReading } from '@/lib/client/timeline';
import { heldAt } from '@/lib/domain/timeline/held-at';
import { inOrder } from '@/lib/domain/timeline/in-order';
import { sentenceAt } from '@/lib/domain/timeline/sentence-at';
import type { SecretVersion } from '@/lib/domain/version';

const MINUTE = 60_000;
const DAY = 86_400_000;

interface ChartProps {
  readonly told: TimelineReading;
  readonly versions: readonly SecretVersion[];
  readonly now: number;
  /** Asked to compare a version with the one in force. */
  readonly onCompare: (version: string) => void;
}

/** The label timeline: lanes over time, a moment to look at, and the window that is shown. */
export default function Chart({ told: reading, versions, now, onCompare }: ChartProps) {
  const { timeline, events } = reading;
  const id = useId();
  const [ref, width] = useWidth();
  const [pinned, pin] = useMoment();
  const [hovered, setHovered] = useState<number>();
  const told = useMemo(
    () =>
      inOrder(events)
        .filter(({ effect }) => effect.kind !== 'read')
        .map((event) => ({ event, at: Date.parse(event.at) })),
    [events],
  );
  const moments = useMemo(() => told.map(({ at }) => at), [told]);
  const changes = useMemo(
    () => [
      ...moments,
      ...versions.flatMap(({ created }) => (created === undefined ? [] : [Date.parse(created)])),
    ],
    [moments, versions],
  );
  const view = useSpan(changes, timeline.to);
  const { span } = view;
  const scale = useMemo(() => scaleUtc([span.from, span.to], [0, width]), [span.from, span.to, width]);
  const drawn = useDrawn(span);
  const wide = width * drawn.widths;
  const inks = useMemo(
    () => scaleUtc([drawn.span.from, drawn.span.to], [0, wide]),
    [drawn.span.from, drawn.span.to, wide],
  );
  // A window that is dragged moves the drawing as a whole.
  const aside = { transform: `translateX(${(inks(span.from) * -1).toFixed(1)}px)`, width: wide };
  const byId = useMemo(() => new Map(events.map((event) => [event.id, event])), [events]);
  const ids = useMemo(() => versions.map((version) => version.id), [versions]);
  const zone = useFirstZone();
  const spelt = useMemo(() => spelling(ids, now, zone), [ids, now, zone]);
  const { places, height } = useMemo(() => placesOf(timeline.lanes), [timeline.lanes]);
  const moment = hovered ?? pinned;
  const at = moment ?? timeline.to;
  const sentence = sentenceAt(timeline, events, at, spelt);

  const then = heldAt(timeline, versions, pinned);

  // What the address names is in sight, wherever it lies: a link would show its sentence and not its place.
  const reveal = useEffectEvent((at: number) => view.reveal(at));
  useEffect(() => {
    if (pinned !== undefined) reveal(pinned);
  }, [pinned]);

  const look = (next: number | undefined) => {
    setHovered(undefined);
    pin(next);
  };
  const { step, press } = useChartKeys({ view, moments, now: timeline.to, pinned, at, look });

  const timeUnder = (event: PointerEvent) =>
    Math.min(
      timeline.to,
      scale.invert(event.clientX - event.currentTarget.getBoundingClientRect().left).getTime(),
    );
  const days = span.from < now - 30 * DAY || span.to - span.from > 25 * DAY ? 90 : 30;
  return (
    <div>
      <SpanControls
        span={span}
        now={now}
        legend={<ChartLegend events={told} timeline={timeline} />}
        onLength={view.showLength}
        onZoom={(factor) => view.zoom(factor, moment)}
      />
      <MomentBar
        {...{ sentence, moment, now }}
        back={<ReadBack told={reading} moment={pinned} />}
        link={linkTo(pinned)}
        onStep={step}
        onCompare={() => then.version && onCompare(then.version)}
        incomparable={then.reason}
      />
      <div className="grid grid-cols-[6.75rem_minmax(0,1fr)] px-4 pt-2 pb-3 md:grid-cols-[10.25rem_minmax(0,1fr)] md:px-5">
        <span className="pt-1.5 text-2xs text-fg-2">{days} days</span>
        {/* What is not drawn before its width is known has its room already. */}
        <div ref={ref} className="min-h-10.5 min-w-0">
          {width > 0 && (
            <OverviewStrip
              lane={timeline.lanes.find(({ label }) => label === 'AWSCURRENT')}
              {...{ moments, span, now: timeline.to, days, width }}
              onSpan={view.show}
            />
          )}
        </div>
        <span className="min-h-8 pt-1.5 text-2xs text-fg-2">Events</span>
        {width > 0 ? (
          <div className="min-w-0 overflow-x-clip">
            <div className="will-change-transform" style={aside}>
              <EventMarks
                events={told}
                x={inks}
                width={wide}
                spelling={spelt}
                onMoment={look}
                onSpan={view.show}
              />
            </div>
          </div>
        ) : (
          <span />
        )}
        <LaneGutter places={places} height={height} moment={at} short={spelt.version} />
        <div
          role="slider"
          tabIndex={0}
          aria-label="Moment on the label timeline"
          aria-orientation="horizontal"
          aria-valuemin={Math.floor(timeline.from / MINUTE)}
          aria-valuemax={Math.floor(timeline.to / MINUTE)}
          aria-valuenow={Math.floor(Math.max(timeline.from, Math.min(timeline.to, at)) / MINUTE)}
          aria-valuetext={sentence}
          onKeyDown={press}
          onPointerMove={(event) => event.pointerType === 'mouse' && setHovered(timeUnder(event))}
          onPointerLeave={() => setHovered(undefined)}
          onClick={(event) => look(timeUnder(event as unknown as PointerEvent))}
          className="relative min-w-0 cursor-crosshair overflow-x-clip"
        >
          {width > 0 && (
            <>
              <div className="will-change-transform" style={aside}>
                <ChartPicture
                  {...{ id, timeline, versions, places, height, now }}
                  events={byId}
                  scale={inks}
                  width={wide}
                  spelling={spelt}
                />
              </div>
              <ChartLight {...{ places, scale, width, height, moment }} events={byId} short={spelt.version} />
            </>
          )}
        </div>
      </div>
    </div>
  );
}

function linkTo(pinned: number | undefined): string | undefined {
  if (pinned === undefined) return undefined;
  const url = new URL(window.location.href);
  url.searchParams.set('at', writeMoment(pinned));
  return url.href;
}
