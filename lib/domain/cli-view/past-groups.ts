import { accountRegionOf } from '../global-regions.ts';
import type { CliGroup, Listing, Past } from './cli-view.ts';
import { listCall, made, regionsCall } from './read-calls.ts';

/** What was looked up in CloudTrail and in logs for a page, each as a group of its own. */
export const pastGroups = ({ lookups, logs }: Pick<Past, 'lookups' | 'logs'>): CliGroup[] => [
  {
    title: 'What CloudTrail was asked',
    note: 'One name a call; other secrets of the region are among what it answers.',
    commands: lookups,
  },
  {
    title: 'What logs were searched for',
    note: 'Lines of a run may hold anything the function writes: what a shell prints is not redacted.',
    commands: logs,
  },
];

/** The regions of the account, and one ListSecrets for each that was listed. */
export function listingGroup(title: string, { source, at, regions }: Listing): CliGroup {
  const asked = source === 'account' || source === 'fallback';
  const [first] = regions;
  return {
    title,
    commands: [
      ...(asked && first ? [made(regionsCall(accountRegionOf(first.region)), at)] : []),
      ...regions.map((one) => made(listCall(one.region), one.at)),
    ],
  };
}
