import { counted } from '@/components/inventory/count-words';
import { ProblemNotice } from '@/components/problem/problem-notice';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Unlisted } from '@/lib/client/unlisted';

interface UnlistedRegionsProps {
  /** What is missing on this page. */
  readonly what: 'Rotations' | 'Replicas';
  readonly unlisted: readonly Unlisted[];
  readonly onRetry: (regions: readonly string[]) => void;
}

/** Regions whose secrets are not known: whatever fails there is missing on this page. */
export function UnlistedRegions({ what, unlisted, onRetry }: UnlistedRegionsProps) {
  return unlisted.map(({ regions, problem }) => {
    const retry = (
      <Button size="sm" onClick={() => onRetry(regions)}>
        Try again
      </Button>
    );
    const names = `${what} of ${counted(regions.length, 'region')} are missing here: ${regions.join(', ')}.`;
    return (
      <div key={regions[0]}>
        {problem ? (
          <>
            <ProblemNotice problem={problem} form="strip" actions={retry} />
            <p className="border-b px-4 py-1.5 text-fg-2 text-xs md:px-5">{names}</p>
          </>
        ) : (
          <Notice form="strip" tone="idle" title="The listing was stopped" actions={retry}>
            {names}
          </Notice>
        )}
      </div>
    );
  });
}
