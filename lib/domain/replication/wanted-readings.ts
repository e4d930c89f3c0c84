import { arnInRegion } from '../arn.ts';
import type { MatrixRow, RowFacts } from './cell.ts';
import { isSeen } from './judge-cell.ts';

/** One copy to be read by DescribeSecret. */
export interface WantedReading {
  readonly region: string;
  readonly arn: string;
}

/**
 * What must still be read to judge a row: its primary, and then only the copies whose listing does not already agree
 * with it. Regions that are being listed or do not answer are left alone.
 */
export function wantedReadings(facts: RowFacts, row: MatrixRow): WantedReading[] {
  const { secret, primary, closed, listing } = facts;
  const open = (region: string) => !closed.has(region) && !listing.has(region);
  if (primary === undefined) {
    const region = secret.primaryRegion;
    return open(region) ? [{ region, arn: secret.key }] : [];
  }
  if (!isSeen(primary)) return [];
  return row.cells
    .filter(({ region, state }) => state === 'unread' && open(region))
    .map(({ region }) => ({ region, arn: arnInRegion(secret.key, region) }));
}
