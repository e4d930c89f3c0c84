import { RefreshCw, Tag } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { FleetGroup } from '@/lib/domain/rotation-fleet/group-fleet';
import { type MendKind, type MendPlan, mendPlan } from '@/lib/domain/rotation-fleet/mend-plan';

/** What is to be done to which secrets. */
export interface Mend {
  readonly kind: MendKind;
  readonly plans: readonly MendPlan[];
}

/** What can be done to all secrets of a group. */
export function GroupActs({ group, onMend }: { group: FleetGroup; onMend: (mend: Mend) => void }) {
  const plansFor = (kind: MendKind) => group.secrets.flatMap((one) => mendPlan(kind, one) ?? []);
  const retry = plansFor('retry');
  const stuck = plansFor('unstick');
  return (
    <>
      {retry.length > 0 && (
        <Button variant="primary" icon={RefreshCw} onClick={() => onMend({ kind: 'retry', plans: retry })}>
          Retry one first
        </Button>
      )}
      {stuck.length > 0 && (
        <Button icon={Tag} onClick={() => onMend({ kind: 'unstick', plans: stuck })}>
          Remove AWSPENDING
        </Button>
      )}
    </>
  );
}
