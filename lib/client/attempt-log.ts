import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AskedAttempt } from '@/lib/contract/rotation';
import type { RotationAttempt } from '@/lib/domain/rotation/attempt';
import { lookAtRun, type RunLog } from './look-at-run';

/**
 * Why the last failed run of an attempt failed, once it is `asked` for: it takes a search of the function's log. A run that
 * has failed changes no more, so it is read once. `scan` makes the query that AWS bills, where one is needed.
 */
export function useAttemptLog(
  scope: string,
  attempt: RotationAttempt,
  functionArn: string | undefined,
  asked: boolean,
) {
  const { arn, version, began, failures } = attempt;
  const last = failures.at(-1);
  const ran = last?.functionArn ?? functionArn;
  const question: AskedAttempt = {
    ...{ arn, functionArn: ran, failed: last?.at ?? '' },
    ...(version ? { version } : {}),
    ...(began ? { began } : {}),
    ...(last?.message ? { message: last.message.slice(0, 2_048) } : {}),
  };
  const client = useQueryClient();
  const queryKey = ['attempt-log', scope, arn, version, last?.at];
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => lookAtRun({ scope, attempt: question, scan: false }, signal),
    enabled: asked && last !== undefined && ran !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const scan = useMutation({
    retry: false,
    mutationFn: () => lookAtRun({ scope, attempt: question, scan: true }, AbortSignal.timeout(120_000)),
    onSuccess: (log) => client.setQueryData<RunLog>(queryKey, log),
  });
  return { query, scan };
}
