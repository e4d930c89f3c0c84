import { cx } from '@/components/ui/cx';

const fills = {
  done: 'bg-ok-mark',
  running: 'bg-progress-mark',
  ahead: 'bg-progress-soft',
  closed: 'hatch-warn',
};

/** One stretch of a progress line. */
export interface Segment {
  readonly key: string;
  /** Its share of the line, in whatever is counted. */
  readonly share: number;
  readonly state: keyof typeof fills;
}

/** Two pixels of progress, a segment for each part. Purely a picture: the words above it carry the facts. */
export function ProgressLine({ segments, className }: { segments: readonly Segment[]; className?: string }) {
  return (
    <div aria-hidden className={cx('flex h-0.5 gap-0.5', className)}>
      {segments.map(({ key, share, state }) => (
        <i key={key} className={fills[state]} style={{ flex: Math.max(share, 0.001) }} />
      ))}
    </div>
  );
}
