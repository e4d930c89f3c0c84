import { useQuery } from '@tanstack/react-query';
import { attemptLogPath } from '@/lib/contract/view-paths';
import type { RotationAttempt } from '@/lib/domain/rotation/attempt';
import { readView } from './views';

/**
 * Why the last failed run of an attempt failed, once it is `asked` for: it takes a search of the function's log. A run
 * that has failed changes no more, so it is read once.
 */
export function useAttemptLog(
  scope: string,
  { arn, version, began, failures }: RotationAttempt,
  functionArn: string | undefined,
  asked: boolean,
) {
  const last = failures.at(-1);
  const ran = last?.functionArn ?? functionArn;
  return useQuery({
    queryKey: ['attempt-log', scope, arn, version, last?.at],
    queryFn: ({ signal }) =>
      readView(
        attemptLogPath,
        {
          ...{ scope, arn, functionArn: ran ?? '', failed: last?.at ?? '' },
          ...(version ? { version } : {}),
          ...(began ? { began } : {}),
          ...(last?.message ? { message: last.message.slice(0, 2_048) } : {}),
        },
        signal,
      ),
    enabled: asked && last !== undefined && ran !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}
