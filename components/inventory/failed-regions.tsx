import { ChevronDown, Lock, RotateCw } from 'lucide-react';
import { counted } from '@/components/inventory/count-words';
import { ProblemLater } from '@/components/problem/problem-later';
import { shortWord } from '@/components/problem/short-word';
import { ToneIcon } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { clock } from '@/components/ui/time-format';
import { type RegionProgress, shownPages } from '@/lib/client/inventory-state';
import { accountOf } from '@/lib/domain/account-region';

/** A region that knows no account's keys while others do has most likely not been enabled for this account. */
const words = (problem: RegionProgress['problem'], others: boolean) =>
  !problem
    ? 'not read'
    : problem.code === 'credentials-refused' && others
      ? 'may not be enabled'
      : shortWord(problem);

interface FailedRegionsProps {
  /** One region, or several that failed alike. */
  readonly regions: readonly RegionProgress[];
  /** Whether another region did answer. */
  readonly others: boolean;
  /** The id of what is opened, while it is open. */
  readonly panel: string | undefined;
  readonly onToggle: () => void;
  readonly onRetry: () => void;
}

/** What could not be read: why in two words, the whole problem on demand, and a way to try again. */
export function FailedRegions({ regions, others, panel, onToggle, onRetry }: FailedRegionsProps) {
  const problem = regions[0]?.problem;
  const account = accountOf(regions[0]?.region ?? '');
  const name =
    regions.length === 1
      ? regions[0]?.region
      : `${counted(regions.length, 'region')}${account && ` of ${account}`}`;
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <ToneIcon tone="warn" icon={problem?.status === 403 ? Lock : undefined} className="size-3" />
      <span className={cx('text-fg', regions.length === 1 && 'font-mono')}>{name}</span>{' '}
      <button
        type="button"
        aria-expanded={panel !== undefined}
        aria-controls={panel}
        onClick={onToggle}
        className="inline-flex h-6 items-center gap-0.5 rounded-sm text-warn hover:underline max-md:h-11"
      >
        <span className="sr-only">{name}: </span>
        {words(problem, others)}
        <ChevronDown aria-hidden className={cx('size-3', panel && 'rotate-180')} />
      </button>
      <RowsOf regions={regions} />
      <Button size="sm" variant="quiet" icon={RotateCw} aria-label={`Retry ${name}`} onClick={onRetry}>
        Retry
      </Button>
    </span>
  );
}

/** Of when the rows are that an earlier reading, or this one before it ended, has left on screen. */
export function RowsOf({ regions }: { regions: readonly RegionProgress[] }) {
  const times = regions.flatMap((region) => {
    const { pages, at } = shownPages(region);
    return at && pages.some((page) => page.length > 0) ? [at] : [];
  });
  const since = times.sort()[0];
  return since ? <span className="text-fg-3">rows of {clock(new Date(since), true)}</span> : null;
}

interface FailedDetailsProps {
  readonly regions: readonly RegionProgress[];
  readonly onRetry: (regions: readonly string[]) => void;
}

/** A problem in full; where several regions have it, each of them by name. */
export function FailedDetails({ regions, onRetry }: FailedDetailsProps) {
  const problem = regions[0]?.problem;
  if (!problem) return null;
  return (
    <>
      <ProblemLater problem={problem} form="strip" />
      {regions.length > 1 && (
        <ul
          aria-label="Regions with this problem"
          className="flex flex-wrap gap-x-4 gap-y-1 px-4 py-1.5 md:px-5"
        >
          {regions.map(({ region }) => (
            <li key={region} className="inline-flex items-center gap-0.5">
              <span className="font-mono">{region}</span>
              <Button
                size="sm"
                variant="quiet"
                aria-label={`Retry ${region}`}
                onClick={() => onRetry([region])}
              >
                Retry
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
