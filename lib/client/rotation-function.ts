import { useQuery } from '@tanstack/react-query';
import { functionPath } from '@/lib/contract/view-paths';
import { noteAwsTime } from './aws-time';
import { readView } from './views';

/** A rotation function as Lambda describes it; not asked again by itself, since it takes rights many lack. */
export function useRotationFunction(scope: string, arn: string | undefined) {
  return useQuery({
    queryKey: ['function', scope, arn],
    queryFn: async ({ signal }) => {
      const reading = await readView(functionPath, { scope, function: arn ?? '' }, signal);
      noteAwsTime(reading.at);
      return reading;
    },
    enabled: arn !== undefined,
    staleTime: 60_000,
    retry: false,
  });
}
