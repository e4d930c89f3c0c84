import { useQuery } from '@tanstack/react-query';
import { readersPath } from '@/lib/contract/view-paths';
import { readView } from './views';

/** Who read a secret of late; asked only where it is shown, and no more than once a minute. */
export function useReaders(scope: string, arn: string) {
  return useQuery({
    queryKey: ['readers', scope, arn],
    queryFn: ({ signal }) => readView(readersPath, { scope, arn }, signal),
    staleTime: 60_000,
    retry: false,
  });
}
