import { mendCommands } from '../rotation-fleet/mend-commands.ts';
import { mendOf } from '../rotation-fleet/mend-of.ts';
import type { MendKind } from '../rotation-fleet/mend-plan.ts';
import { offeredMends } from '../rotation-fleet/offered-mends.ts';
import type { CliGroup, RotationView } from './cli-view.ts';
import { lookups } from './secret-commands.ts';
import { listings } from './secrets-commands.ts';

/** So many secrets of a group are written out for each act. */
const MOST = 10;

const titles: Record<MendKind, string> = {
  retry: 'Retry the group',
  unstick: 'Remove AWSPENDING',
  test: 'Test without rotating',
  cancel: 'Turn rotation off',
};

/** What the rotations were read with, and what can be done to each secret of the group that is open. */
export function rotationCommands(view: RotationView, token: () => string): CliGroup[] {
  const { group, listed, regions } = view;
  const acts = group ? offeredMends(group.tab).map((kind) => mendOf(kind, group.secrets)) : [];
  return [
    ...acts.flatMap(({ kind, plans }): CliGroup[] => {
      const more = plans.length - MOST;
      if (plans.length === 0) return [];
      return [
        {
          title: titles[kind],
          changes: true,
          ...(more > 0 ? { note: `Of ${plans.length} secrets of the group the first ${MOST}.` } : {}),
          commands: plans.slice(0, MOST).map((plan) => ({
            name: titles[kind],
            region: plan.region,
            text: mendCommands(kind, plan, token()),
          })),
        },
      ];
    }),
    {
      title: 'What CloudTrail was asked',
      commands: regions.flatMap(({ region, streams }) => lookups(region, '', streams)),
    },
    { title: 'What the secrets were read with', commands: listings(listed) },
  ].filter(({ commands }) => commands.length > 0);
}
