import { mendCalls } from '../rotation-fleet/mend-calls.ts';
import { mendOf } from '../rotation-fleet/mend-of.ts';
import type { MendKind } from '../rotation-fleet/mend-plan.ts';
import { offeredMends } from '../rotation-fleet/offered-mends.ts';
import type { CliGroup, Past, RotationView } from './cli-view.ts';
import { listingGroup, pastGroups } from './past-groups.ts';
import { lookups } from './read-calls.ts';

/** So many secrets of a group are written out for each act. */
const MOST = 10;

const titles: Record<MendKind, string> = {
  retry: 'Retry the group',
  unstick: 'Remove AWSPENDING',
  test: 'Test without rotating',
  cancel: 'Turn rotation off',
};

/** What the rotations were read with, and what can be done to each secret of the group that is open. */
export function rotationCommands(view: RotationView, past: Past, token: () => string): CliGroup[] {
  const { group, regions } = view;
  const acts = group ? offeredMends(group.tab).map((kind) => mendOf(kind, group.secrets)) : [];
  const streams = regions.flatMap(({ region, streams }) => lookups(region, '', streams));
  return [
    ...acts.map(({ kind, plans }): CliGroup => {
      const more = plans.length - MOST;
      return {
        title: titles[kind],
        changes: true,
        ...(more > 0 ? { note: `Of ${plans.length} secrets of the group the first ${MOST}.` } : {}),
        commands: plans.slice(0, MOST).map((plan) => ({
          name: titles[kind],
          calls: mendCalls(kind, plan, token()),
        })),
      };
    }),
    { title: 'What the functions were read with', commands: past.reads },
    ...pastGroups({ ...past, lookups: [...streams, ...past.lookups] }),
    listingGroup('What the secrets were read with', past.listing),
  ];
}
