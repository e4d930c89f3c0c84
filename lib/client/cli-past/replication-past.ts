import type { QueryClient } from '@tanstack/react-query';
import { arnInRegion } from '@/lib/domain/arn';
import type { Past, ReplicationView } from '@/lib/domain/cli-view/cli-view';
import { made } from '@/lib/domain/cli-view/read-calls';
import { describeCall } from '@/lib/domain/secret-calls';
import { readerOf } from '../replication/readers';
import { replicationLookups } from './secret-past';

/** What was asked about the secret of the cell that is open. */
export function replicationPast(
  client: QueryClient,
  scope: string,
  { row }: ReplicationView,
): Pick<Past, 'reads' | 'lookups'> {
  if (!row) return { reads: [], lookups: [] };
  const { key, primaryRegion } = row.secret;
  const { readings } = readerOf(scope);
  return {
    reads: row.cells.flatMap(({ region }) => {
      const arn = arnInRegion(key, region);
      const seen = readings.get(arn)?.seen;
      return seen ? [made(describeCall(region, arn), seen.at)] : [];
    }),
    lookups: replicationLookups(client, scope, key, primaryRegion),
  };
}
