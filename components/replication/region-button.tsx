import { stateLook } from '@/components/replication/state-look';
import { cx } from '@/components/ui/cx';
import { Glyph } from '@/components/ui/glyph';
import { regionCode } from '@/lib/domain/region-code';
import type { Cell } from '@/lib/domain/replication/cell';
import { cellWord } from '@/lib/domain/replication/state-word';

interface RegionButtonProps {
  readonly cell: Cell;
  readonly current: boolean;
  readonly onClick: () => void;
}

/** Another region of the same secret, to go there. */
export function RegionButton({ cell, current, onClick }: RegionButtonProps) {
  const { shape, ink } = stateLook(cell.state);
  const word = cellWord(cell);
  return (
    <button
      type="button"
      aria-current={current}
      data-tip={`${cell.region}, ${word}`}
      onClick={onClick}
      className={cx(
        'inline-flex h-6 items-center gap-1 rounded-sm border px-1.5 font-mono text-2xs max-md:h-11 max-md:px-3',
        current ? 'border-accent-line bg-accent-soft' : 'hover:bg-hover',
      )}
    >
      {shape && <Glyph shape={shape} className={ink} />}
      <span aria-hidden>{regionCode(cell.region)}</span>
      {cell.state === 'primary' && (
        <span aria-hidden className="font-sans text-fg-3">
          P
        </span>
      )}
      <span className="sr-only">
        {cell.region}, {word}
      </span>
    </button>
  );
}
