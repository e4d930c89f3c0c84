import { useQuery } from '@tanstack/react-query';
import { spentPath } from '@/lib/contract/view-paths';
import { readView } from './views';

const EVERY_MS = 5_000;

/** What this sign-in has asked of AWS, counted anew every five seconds while it is in sight; AWS is asked nothing for it. */
export function useSpent(scope: string) {
  return useQuery({
    queryKey: ['spent', scope],
    queryFn: ({ signal }) => readView(spentPath, { scope }, signal),
    refetchInterval: EVERY_MS,
    staleTime: 0,
    retry: false,
  });
}
