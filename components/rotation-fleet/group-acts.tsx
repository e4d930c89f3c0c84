import { mendWords } from '@/components/rotation-fleet/mend-words';
import { Button } from '@/components/ui/button';
import type { FleetGroup } from '@/lib/domain/rotation-fleet/group-fleet';
import { type MendKind, type MendPlan, mendPlan } from '@/lib/domain/rotation-fleet/mend-plan';
import { type NotMended, whyNotMended } from '@/lib/domain/rotation-fleet/why-not-mended';

/** What is to be done to which secrets, and how many are left out of it for which reasons. */
export interface Mend {
  readonly kind: MendKind;
  readonly plans: readonly MendPlan[];
  readonly leftOut: ReadonlyMap<NotMended, number>;
}

// Where nothing failed there is nothing to retry; a schedule that is off cannot be turned off.
const offered: Record<FleetGroup['tab'], readonly MendKind[]> = {
  open: ['retry', 'unstick', 'test', 'cancel'],
  stuck: ['retry', 'unstick', 'cancel'],
  overdue: ['retry', 'test', 'cancel'],
  'in-flight': ['test', 'cancel'],
  healthy: ['test', 'cancel'],
  unreadable: ['test', 'cancel'],
};

/** What can be done to all secrets of a group; what can be done to none of them is not offered. */
export function GroupActs({ group, onMend }: { group: FleetGroup; onMend: (mend: Mend) => void }) {
  const mends = offered[group.tab].map((kind) => mendOf(kind, group)).filter(({ plans }) => plans.length > 0);
  return (
    <>
      {mends.map((mend) => {
        const { title, icon } = mendWords(mend.kind);
        return (
          <Button
            key={mend.kind}
            variant={mend.kind === 'retry' ? 'primary' : 'secondary'}
            icon={icon}
            onClick={() => onMend(mend)}
          >
            {title}
          </Button>
        );
      })}
    </>
  );
}

function mendOf(kind: MendKind, { secrets }: FleetGroup): Mend {
  const leftOut = new Map<NotMended, number>();
  for (const one of secrets) {
    const why = whyNotMended(kind, one);
    if (why) leftOut.set(why, (leftOut.get(why) ?? 0) + 1);
  }
  return { kind, leftOut, plans: secrets.flatMap((one) => mendPlan(kind, one) ?? []) };
}
