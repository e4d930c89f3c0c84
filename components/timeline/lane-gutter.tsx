import type { LanePlace } from '@/components/timeline/lane-bars';
import { LabelChip } from '@/components/version/label-chip';
import { intervalAt } from '@/lib/domain/timeline/at-moment';

interface LaneGutterProps {
  readonly places: readonly LanePlace[];
  readonly height: number;
  readonly moment: number;
  readonly short: (id: string) => string;
}

/** The lanes' names, each with the version it had at the moment. */
export function LaneGutter({ places, height, moment, short }: LaneGutterProps) {
  return (
    <div aria-hidden className="relative" style={{ height }}>
      {places.map(({ lane, top, height: tall }) => {
        const found = intervalAt(lane, moment);
        return (
          <div
            key={lane.label}
            className="absolute inset-x-0 flex items-center justify-between gap-1.5 pr-3 max-md:flex-col max-md:items-start max-md:justify-center max-md:gap-0 max-md:pr-1"
            style={{ top, height: tall }}
          >
            <LabelChip label={lane.label} className="min-w-0 max-md:max-w-[6.5rem]" />
            <span className="shrink-0 font-mono text-2xs max-md:hidden">
              {!found || found.certainty === 'unknown' ? (
                <span className="text-fg-3">not known</span>
              ) : found.versionId === null ? (
                <span className="text-fg-3">none</span>
              ) : (
                <>
                  <span className="text-fg-3">v </span>
                  {short(found.versionId)}
                </>
              )}
            </span>
          </div>
        );
      })}
    </div>
  );
}
