import { memo } from 'react';
import type { LanePlace } from '@/components/timeline/lane-bars';
import { cx } from '@/components/ui/cx';
import type { Arrow } from '@/lib/domain/timeline/arrows-of';

interface LaneArrowsProps {
  readonly arrows: readonly Arrow[];
  readonly places: readonly LanePlace[];
  readonly x: (at: number) => number;
  readonly width: number;
}

/** The moves between lanes: promotion falls, roll back climbs. A value put by hand falls in from the top. */
export const LaneArrows = memo(function LaneArrows({ arrows, places, x, width }: LaneArrowsProps) {
  const placeOf = (label: string | undefined) => places.find(({ lane }) => lane.label === label);
  return (
    <g className="pointer-events-none">
      {arrows.map(({ at, from, to }) => {
        const place = x(at);
        const target = placeOf(to);
        if (!target || place < 0 || place > width) return null;
        const source = placeOf(from);
        const down = !source || source.top < target.top;
        const begin = source ? (down ? source.top + source.height : source.top) : 0;
        const end = down ? target.top : target.top + target.height;
        // Those that go into AWSCURRENT stand left of the move, the one that leaves it right.
        const left = place + (to === 'AWSCURRENT' ? 0 : 4) - (down ? 0 : 4);
        const tip = down ? end - 4 : end + 4;
        const look = to === 'AWSCURRENT' ? 'stroke-accent' : 'stroke-control';
        return (
          <g key={`${at}${to}`} className={cx(look, 'fill-none')} strokeWidth={1.5}>
            <path d={`M${left} ${begin + (down ? 1 : -1)}V${end + (down ? -1 : 1)}`} />
            <path d={`M${left - 3} ${tip}L${left} ${end + (down ? -1 : 1)}L${left + 3} ${tip}`} />
          </g>
        );
      })}
    </g>
  );
});
