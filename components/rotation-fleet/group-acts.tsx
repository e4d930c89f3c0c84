import { mendWords } from '@/components/rotation-fleet/mend-words';
import { Button } from '@/components/ui/button';
import { refusedWords } from '@/components/version/refusals';
import { useReadOnly } from '@/lib/client/read-only';
import { useRefusedMends } from '@/lib/client/rotation-fleet/refused-mends';
import type { FleetGroup } from '@/lib/domain/rotation-fleet/group-fleet';
import { type Mend, mendOf } from '@/lib/domain/rotation-fleet/mend-of';
import { offeredMends } from '@/lib/domain/rotation-fleet/offered-mends';

interface OfferedMend extends Mend {
  /** Of every secret that is left AWS has refused it: its sentence. */
  readonly refusal?: string | undefined;
}

/** What can be done to all secrets of a group; what can be done to none of them is not offered. */
export function useMends(scope: string, group: FleetGroup): OfferedMend[] {
  const refusalOf = useRefusedMends(scope);
  return offeredMends(group.tab).flatMap((kind) => {
    const all = mendOf(kind, group.secrets);
    const [first] = all.plans;
    if (!first) return [];
    const mend = mendOf(kind, group.secrets, (plan) => refusalOf(kind, plan) !== undefined);
    const refusal = mend.plans.length === 0 ? refusalOf(kind, first) : undefined;
    return [{ ...mend, refusal: refusal && refusedWords(refusal) }];
  });
}

interface GroupActsProps {
  readonly mends: readonly OfferedMend[];
  readonly onMend: (mend: Mend) => void;
}

/** A button for each thing that can be done. */
export function GroupActs({ mends, onMend }: GroupActsProps) {
  const readOnly = useReadOnly();
  return (
    <>
      {mends.map((mend) => {
        const { title, icon } = mendWords(mend.kind);
        return (
          <Button
            key={mend.kind}
            variant={mend.kind === 'retry' ? 'primary' : 'secondary'}
            icon={icon}
            disabledReason={readOnly ?? mend.refusal}
            onClick={() => onMend(mend)}
          >
            {title}
          </Button>
        );
      })}
    </>
  );
}
