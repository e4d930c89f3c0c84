import { ZoomIn, ZoomOut } from 'lucide-react';
import type { ReactNode } from 'react';
import { LENGTHS, type Span } from '@/components/timeline/use-span';
import { cx } from '@/components/ui/cx';
import { IconButton } from '@/components/ui/icon-button';
import { stamp, zoneName } from '@/components/ui/time-format';

interface SpanControlsProps {
  readonly span: Span;
  readonly now: number;
  readonly legend: ReactNode;
  readonly onLength: (length: number) => void;
  readonly onZoom: (factor: number) => void;
}

/** What is shown, and for how long back: an hour to ninety days. */
export function SpanControls({ span, now, legend, onLength, onZoom }: SpanControlsProps) {
  const length = span.to - span.from;
  const day = (at: number) => stamp(new Date(at), new Date(now));
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-4 pb-2 text-xs md:px-5">
      <span className="text-fg-3">
        {day(span.from)} to {span.to > now ? 'now' : day(span.to)} {zoneName(new Date(span.to))}
      </span>
      <span className="ml-auto flex items-center gap-1.5 max-md:ml-0">
        <fieldset className="flex overflow-hidden rounded-md border border-line-strong">
          <legend className="sr-only">Length shown</legend>
          {LENGTHS.map(([words, wanted]) => (
            <button
              key={words}
              type="button"
              aria-pressed={Math.abs(length - wanted) < 1_000}
              onClick={() => onLength(wanted)}
              className={cx(
                'h-6 border-l px-2 first:border-l-0 hover:bg-hover max-md:h-11',
                Math.abs(length - wanted) < 1_000 ? 'bg-accent-soft font-medium text-accent' : 'text-fg-2',
              )}
            >
              {words}
            </button>
          ))}
        </fieldset>
        <IconButton size="sm" icon={ZoomOut} label="Show more time" onClick={() => onZoom(2)} />
        <IconButton size="sm" icon={ZoomIn} label="Show less time" onClick={() => onZoom(0.5)} />
      </span>
      {/* A line of its own: what CloudTrail adds to it moves nothing below. */}
      <div className="min-h-5 basis-full">{legend}</div>
    </div>
  );
}
