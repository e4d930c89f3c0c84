import { useQuery } from '@tanstack/react-query';
import { callOperation } from './request';

/** A secret's resource policy, as text; null: it has none. Read only where it is shown. */
export function usePolicy(scope: string, region: string, arn: string) {
  return useQuery({
    queryKey: ['policy', scope, arn],
    queryFn: async () => {
      const { output } = await callOperation(scope, region, 'GetResourcePolicy', { SecretId: arn });
      return output.ResourcePolicy ?? null;
    },
    staleTime: 60_000,
    retry: false,
  });
}
