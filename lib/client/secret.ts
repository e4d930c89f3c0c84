import { queryOptions, useQuery } from '@tanstack/react-query';
import { secretPath } from '@/lib/contract/view-paths';
import { parseSecretArn } from '@/lib/domain/arn';
import { noteAwsTime } from './aws-time';
import { patchRow } from './patches';
import { noteRegion } from './region-readings';
import { calledRegion } from './sign-in-mark';
import { readView } from './views';

/** The reading of one secret: its metadata and versions, never a value. */
export const secretQuery = (scope: string, arn: string) =>
  queryOptions({
    queryKey: ['secret', scope, arn],
    queryFn: async ({ signal }) => {
      const reading = await readView(secretPath, { scope, arn }, signal);
      noteAwsTime(reading.at);
      noteRegion(calledRegion(scope.slice(0, 12), parseSecretArn(arn)?.region ?? ''), { at: reading.at });
      // Fresher than any listing, and it alone knows of replicas: the table's row follows.
      if (reading.secret) {
        patchRow(arn, { ...reading.secret, rotates: reading.secret.rotation.enabled, at: reading.at });
      }
      return reading;
    },
    staleTime: 10_000,
  });

/** One secret with its versions. */
export function useSecret(scope: string, arn: string) {
  return useQuery(secretQuery(scope, arn));
}
