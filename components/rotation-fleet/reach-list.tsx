import { shortWord } from '@/components/problem/short-word';
import { counted } from '@/components/rotation-fleet/group-words';
import { StatusText } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { TimeText } from '@/components/ui/time-text';
import { type RegionTold, reachOf } from '@/lib/client/rotation-fleet/fleet-reading';

interface ReachListProps {
  readonly regions: readonly RegionTold[];
  readonly reading: boolean;
  readonly now: number;
  readonly onFurther: () => void;
  readonly onAgain: () => void;
}

/** How far back failures were looked for, region by region, and the way to look further. */
export function ReachList({ regions, reading, now, onFurther, onAgain }: ReachListProps) {
  if (regions.length === 0) return null;
  const more = regions.some((told) => told.more);
  const failed = regions.some(({ problem }) => problem);
  return (
    <section aria-label="How far CloudTrail reaches" className="text-xs">
      <h2 className="flex min-h-9 items-center border-b bg-canvas px-4 text-fg-2">
        How far CloudTrail reaches
        <span className="-mr-2 ml-auto flex max-md:-mr-3">
          {failed && !reading && (
            <Button size="sm" variant="quiet" onClick={onAgain}>
              Try again
            </Button>
          )}
          {(more || reading) && (
            <Button size="sm" variant="quiet" busy={reading} onClick={onFurther}>
              {reading ? 'Reading' : 'Read further back'}
            </Button>
          )}
        </span>
      </h2>
      <ul>
        {regions.map((told) => (
          <li key={told.region} className="flex flex-wrap items-center gap-x-3 border-b px-4 py-1.5">
            <span className="font-mono text-2xs">{told.region}</span>
            <span className="ml-auto text-2xs text-fg-2">
              <Reach told={told} now={now} />
            </span>
          </li>
        ))}
      </ul>
      <p className="px-4 py-2 text-2xs text-fg-3">
        CloudTrail delivers some minutes late and keeps 90 days. What lies further back than was read is not
        counted.
      </p>
    </section>
  );
}

function Reach({ told, now }: { told: RegionTold; now: number }) {
  const reach = reachOf(told);
  const pages = told.streams.reduce((sum, one) => sum + one.pages, 0);
  return (
    <>
      {reach &&
        (reach.complete ? (
          'all of 90 days'
        ) : (
          <>
            failures back to <TimeText at={reach.from} now={now} />
          </>
        ))}
      {reach && `, ${counted(pages, 'page')}`}
      {told.problem && (
        <StatusText tone="warn" className="ml-2">
          {shortWord(told.problem)}
        </StatusText>
      )}
      {!reach && !told.problem && 'not read yet'}
    </>
  );
}
