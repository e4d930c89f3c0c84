import { UnlistedRegions } from '@/components/inventory/unlisted-regions';
import { ProblemNotice } from '@/components/problem/problem-notice';
import type { useTriage } from '@/components/rotation-fleet/use-triage';
import { Button } from '@/components/ui/button';
import { problemIn } from '@/lib/client/request';
import { accountProblem } from '@/lib/client/rotation-fleet/merge-readings';

interface UnreadNoticesProps {
  readonly triage: ReturnType<typeof useTriage>;
  /** The page shows one account. Of several, one that tells nothing is an entry of the filter. */
  readonly alone: boolean;
}

/** What is missing on the page because AWS was not, or could not be, asked. */
export function UnreadNotices({ triage, alone }: UnreadNoticesProps) {
  const { places, several, unlisted, retry } = triage;
  return (
    <>
      {alone &&
        places.map((place) => {
          const { scope, error, refresh } = place;
          const problem = several ? accountProblem(place, problemIn) : error && problemIn(error);
          if (!problem) return null;
          return (
            <ProblemNotice
              key={scope}
              problem={problem}
              form="strip"
              actions={<Button onClick={refresh}>Try again</Button>}
            />
          );
        })}
      <UnlistedRegions what="Rotations" unlisted={unlisted} onRetry={retry} />
    </>
  );
}
