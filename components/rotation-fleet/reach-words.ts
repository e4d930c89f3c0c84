import { shortWord } from '@/components/problem/short-word';
import { type RegionTold, reachOf } from '@/lib/client/rotation-fleet/fleet-reading';

/** How far back failures were looked for in a region, as plain text. */
export function reachWords(told: RegionTold): string {
  const reach = reachOf(told);
  const problem = told.problem ? `CloudTrail: ${shortWord(told.problem)}` : undefined;
  if (!reach) return problem ?? 'CloudTrail not read yet';
  const far = reach.complete
    ? 'all of 90 days'
    : `failures back to ${reach.from.slice(0, 16).replace('T', ' ')}`;
  return problem ? `${far}; ${problem}` : far;
}
