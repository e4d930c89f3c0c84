import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { SuspectChange, SuspectsReading } from '@/lib/contract/rotation';
import { suspectsPath } from '@/lib/contract/view-paths';
import type { FunctionFacts } from '@/lib/domain/rotation/function-facts';
import type { FleetGroup } from '@/lib/domain/rotation-fleet/group-fleet';
import { suspectQuestions } from '@/lib/domain/rotation-fleet/suspect-questions';
import { askView } from '../views';

const keyOf = (scope: string, { id, first }: FleetGroup) => ['rotation-suspects', scope, id, first] as const;

/** What was found for a group, if anybody has looked; looks for nothing itself. */
export function useKnownSuspects(): (scope: string, group: FleetGroup) => SuspectsReading | undefined {
  const client = useQueryClient();
  return (scope, group) => client.getQueryData<SuspectsReading>(keyOf(scope, group));
}

/**
 * What was changed shortly before a group began to fail, in each of its regions; looked up once its cause is known, by what
 * its secrets share. It is of the past, so it is asked once.
 */
export function useSuspects(scope: string, group: FleetGroup, functions: ReadonlyMap<string, FunctionFacts>) {
  const { cause } = group;
  const questions = suspectQuestions(group);
  return useQuery({
    queryKey: keyOf(scope, group),
    queryFn: async ({ signal }) =>
      together(
        await Promise.all(
          questions.map((question) => {
            const { role, vpc } = functions.get(question.functionArn ?? '') ?? {};
            return askView(suspectsPath, { ...question, scope, cause, role, vpc }, signal);
          }),
        ),
      ),
    enabled: cause !== undefined && cause !== 'unknown' && questions.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

// What touches the group before what only fits, and then the nearest; the same change of IAM is told once.
function together(readings: readonly SuspectsReading[]): SuspectsReading {
  const changes = new Map(readings.flatMap((one) => one.changes).map((change) => [change.id, change]));
  const rank = ({ certainty }: SuspectChange) => (certainty === 'likely' ? 0 : 1);
  return {
    changes: [...changes.values()].toSorted(
      (a, b) => rank(a) - rank(b) || Date.parse(b.at) - Date.parse(a.at),
    ),
    searched: readings.flatMap(({ searched }) => searched),
    problems: readings.flatMap(({ problems }) => problems),
  };
}
