import { mendWords } from '@/components/rotation-fleet/mend-words';
import { Button } from '@/components/ui/button';
import { useReadOnly } from '@/lib/client/read-only';
import type { FleetGroup } from '@/lib/domain/rotation-fleet/group-fleet';
import { type Mend, mendOf } from '@/lib/domain/rotation-fleet/mend-of';
import { offeredMends } from '@/lib/domain/rotation-fleet/offered-mends';

/** What can be done to all secrets of a group; what can be done to none of them is not offered. */
export const mendsOf = (group: FleetGroup): Mend[] =>
  offeredMends(group.tab)
    .map((kind) => mendOf(kind, group.secrets))
    .filter(({ plans }) => plans.length > 0);

interface GroupActsProps {
  readonly mends: readonly Mend[];
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
            disabledReason={readOnly}
            onClick={() => onMend(mend)}
          >
            {title}
          </Button>
        );
      })}
    </>
  );
}
