import type { LabelMove } from '@/lib/domain/rollback';

/** Heights in pixels: the arrows are drawn by them, so the rows keep to them. */
export const VERSION_ROW = 40;
export const STAY_ROW = 30;

interface LabelArrowsProps {
  readonly moves: readonly LabelMove[];
  readonly rows: readonly { readonly version: string; readonly stays: readonly string[] }[];
}

/** The moves as crossing arrows between the two columns; the rows say the same in words. */
export function LabelArrows({ moves, rows }: LabelArrowsProps) {
  const middles = new Map<string, number>();
  let height = 0;
  for (const { version, stays } of rows) {
    middles.set(version, height + VERSION_ROW / 2);
    height += VERSION_ROW + stays.length * STAY_ROW + 1;
  }
  const drawn = moves.flatMap(({ label, from, to }) => {
    const start = from === null ? undefined : middles.get(from);
    const end = to === null ? undefined : middles.get(to);
    return start === undefined || end === undefined ? [] : [{ label, start, end }];
  });
  return (
    <span className="relative">
      <svg
        viewBox={`0 0 100 ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className="absolute inset-x-0 top-0 w-full"
        style={{ height }}
      >
        {drawn.map(({ label, start, end }) => (
          <path
            key={label}
            d={`M0 ${start} C 55 ${start}, 45 ${end}, 98 ${end}`}
            fill="none"
            vectorEffect="non-scaling-stroke"
            strokeWidth={label === 'AWSCURRENT' ? 2 : 1.5}
            className={label === 'AWSCURRENT' ? 'stroke-accent' : 'stroke-control'}
          />
        ))}
      </svg>
      {drawn.map(({ label, end }) => (
        <svg
          key={label}
          viewBox="0 0 8 8"
          aria-hidden="true"
          style={{ top: end - 4 }}
          className={`absolute -right-0.5 size-2 ${label === 'AWSCURRENT' ? 'fill-accent' : 'fill-control'}`}
        >
          <path d="M0 .5 7.5 4 0 7.5z" />
        </svg>
      ))}
    </span>
  );
}
