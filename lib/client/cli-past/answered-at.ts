import type { QueryClient } from '@tanstack/react-query';
import { awsNow } from '../aws-time';

/** When a question had its last answer, by AWS's clock, ISO; undefined: it has none. */
export function answeredAt(client: QueryClient, queryKey: readonly unknown[]): string | undefined {
  const at = client.getQueryState(queryKey)?.dataUpdatedAt;
  return at ? new Date(at - Date.now() + awsNow()).toISOString() : undefined;
}
