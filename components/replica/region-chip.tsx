import { memo } from 'react';
import { cx } from '@/components/ui/cx';
import { Glyph, type GlyphShape } from '@/components/ui/glyph';
import { regionCode } from '@/lib/domain/region-code';

/** How a secret stands in one region; `unknown` is not yet known, `not-readable` is refused or out of reach. */
export type RegionState = 'ok' | 'in-progress' | 'behind' | 'failed' | 'not-readable' | 'unknown';

const states: Readonly<Record<RegionState, { word: string; shape: GlyphShape; ink: string; edge?: string }>> =
  {
    ok: { word: 'in sync', shape: 'disc', ink: 'text-ok-mark' },
    'in-progress': {
      word: 'in progress',
      shape: 'half',
      ink: 'text-progress-mark',
      edge: 'border-progress-line bg-progress-soft',
    },
    behind: {
      word: 'behind',
      shape: 'triangle',
      ink: 'text-warn-mark',
      edge: 'border-warn-line bg-warn-soft',
    },
    failed: { word: 'failed', shape: 'cross', ink: 'text-fail-mark', edge: 'border-fail-line bg-fail-soft' },
    'not-readable': {
      word: 'not readable',
      shape: 'ring',
      ink: 'text-fg-3',
      edge: 'border-dashed border-line-strong',
    },
    unknown: { word: 'state not known', shape: 'hollow', ink: 'text-fg-3' },
  };

interface RegionChipProps {
  readonly region: string;
  readonly state: RegionState;
  readonly primary?: boolean;
  /** A word of its own for this state, e.g. "reported in sync, not read back". */
  readonly word?: string | undefined;
  /** The full name instead of the short code. */
  readonly full?: boolean;
  readonly className?: string;
}

/**
 * A region a secret lives in: short code and sign; pointing says it in full. Only trouble is tinted. Drawn anew only
 * when it says something else: a table that is filtered writes other secrets around the same chips.
 */
export const RegionChip = memo(function RegionChip({
  region,
  state,
  primary = false,
  word,
  full = false,
  className,
}: RegionChipProps) {
  const { word: usual, shape, ink, edge } = states[state];
  const sentence = `${region}, ${primary ? 'primary' : 'replica'}, ${word ?? usual}`;
  return (
    <span
      role="img"
      aria-label={sentence}
      data-tip={sentence}
      className={cx(
        'inline-flex h-[1.125rem] items-center gap-1 whitespace-nowrap rounded-sm border px-1 font-mono text-2xs leading-none',
        primary ? 'font-semibold text-fg' : 'text-fg-2',
        edge ?? (primary ? 'border-line-strong' : 'border-line'),
        className,
      )}
    >
      <Glyph shape={shape} className={ink} />
      {full ? region : regionCode(region)}
      {primary && <span className="font-medium font-sans text-fg-3">P</span>}
    </span>
  );
});
