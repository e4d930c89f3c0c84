import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { SuspectsReading } from '@/lib/contract/rotation';
import { suspectsPath } from '@/lib/contract/view-paths';
import type { FunctionFacts } from '@/lib/domain/rotation/function-facts';
import { type FleetGroup, lastFailure } from '@/lib/domain/rotation-fleet/group-fleet';
import { askView } from '../views';

/** The first of a group's failing secrets decides where is looked: a function is one thing in each region. */
const MOST_ARNS = 50;

const keyOf = (scope: string, { id, first }: FleetGroup) => ['rotation-suspects', scope, id, first] as const;

/** What was found for a group, if anybody has looked; looks for nothing itself. */
export function useKnownSuspects(scope: string): (group: FleetGroup) => SuspectsReading | undefined {
  const client = useQueryClient();
  return (group) => client.getQueryData<SuspectsReading>(keyOf(scope, group));
}

/**
 * What was changed shortly before a group began to fail; looked up once its cause is known, by what its secrets share.
 * It is of the past, so it is asked once.
 */
export function useSuspects(scope: string, group: FleetGroup, functions: ReadonlyMap<string, FunctionFacts>) {
  const { cause, first, secrets } = group;
  const [one] = secrets;
  const failed = one && lastFailure(one)?.failures.at(-1);
  const functionArn = failed?.functionArn ?? one?.secret.shown.rotation.functionArn;
  const facts = functionArn === undefined ? undefined : functions.get(functionArn);
  const key = one?.secret.shown.kmsKeyId;
  return useQuery({
    queryKey: keyOf(scope, group),
    queryFn: ({ signal }) =>
      askView(
        suspectsPath,
        {
          ...{ scope, region: one?.secret.primaryRegion, cause, before: first },
          ...(functionArn ? { functionArn } : {}),
          ...(facts?.role ? { role: facts.role } : {}),
          ...(facts?.vpc ? { vpc: facts.vpc } : {}),
          ...(key ? { key } : {}),
          arns: secrets.slice(0, MOST_ARNS).map(({ secret }) => secret.shown.arn),
        },
        signal,
      ),
    enabled: cause !== undefined && cause !== 'unknown' && first !== undefined && one !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}
