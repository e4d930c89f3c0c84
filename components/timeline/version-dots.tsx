import { memo } from 'react';
import type { SecretEvent } from '@/lib/domain/timeline/secret-event';
import { actorName } from '@/lib/domain/timeline/words';
import type { SecretVersion } from '@/lib/domain/version';

interface VersionDotsProps {
  readonly versions: readonly SecretVersion[];
  /** By version id. */
  readonly makers: ReadonlyMap<string, SecretEvent | undefined>;
  readonly x: (at: number) => number;
  readonly width: number;
  readonly top: number;
  readonly short: (id: string) => string;
}

const WORDS = 96;

/** When each version was made, and by whom where there is room for it. */
export const VersionDots = memo(function VersionDots({
  versions,
  makers,
  x,
  width,
  top,
  short,
}: VersionDotsProps) {
  const dots = versions
    .flatMap((version) => (version.created ? [{ version, place: x(Date.parse(version.created)) }] : []))
    .filter(({ place }) => place >= -4 && place <= width + 4)
    .sort((a, b) => a.place - b.place);
  return (
    <g>
      {dots.map(({ version, place }, index) => {
        const room = (dots[index + 1]?.place ?? width + WORDS) - place;
        const maker = room > WORDS && width - place > WORDS ? makers.get(version.id) : undefined;
        return (
          <g key={version.id} data-tip={version.id} data-tip-mono="">
            <circle cx={place} cy={top} r={3.5} className="fill-fg" />
            {room > WORDS / 2 && width - place > WORDS / 2 && (
              <text x={place + 8} y={top + 4} className="fill-fg font-mono text-2xs">
                {short(version.id)}
                {maker && (
                  <tspan dx={6} className="fill-fg-3">
                    {actorName(maker.actor).slice(0, Math.floor((room - 56) / 6.7))}
                  </tspan>
                )}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
});
