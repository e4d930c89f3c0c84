import { ArrowUpFromLine, KeyRound, Plus, Replace, RotateCw, Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { useReadOnly } from '@/lib/client/read-only';
import { actRefusal } from '@/lib/domain/replication/act-refusal';
import type { MatrixRow } from '@/lib/domain/replication/cell';
import { type ActKind, planAct } from '@/lib/domain/replication/plan-act';

interface CellActsProps {
  readonly row: MatrixRow;
  readonly region: string;
  readonly onAct: (kind: ActKind, region: string | undefined) => void;
}

const acts = [
  ['retry', 'Retry', RotateCw],
  ['replace', 'Replace', Replace],
  ['change-key', 'Change key', KeyRound],
  ['remove', 'Remove', Trash2],
  ['promote', 'Promote', ArrowUpFromLine],
] as const;

/** What can be done with one region of a secret; what cannot says why. */
export function CellActs({ row, region, onAct }: CellActsProps) {
  const readOnly = useReadOnly();
  const missing = (kind: ActKind) => {
    const plan = planAct(kind, row, region);
    return plan.possible ? readOnly : actRefusal(plan.because);
  };
  const primary = region === row.secret.primaryRegion;
  const empty = planAct('add', row, region).possible;
  return (
    <div className="sticky bottom-0 grid grid-cols-2 gap-2 border-line-strong border-t bg-canvas px-4 py-3">
      {!primary &&
        !empty &&
        acts.map(([kind, label, icon]) => (
          <Button
            key={kind}
            icon={icon}
            variant={kind === 'remove' ? 'danger' : 'secondary'}
            disabledReason={missing(kind)}
            onClick={() => onAct(kind, region)}
          >
            {label}
          </Button>
        ))}
      {empty && (
        <Button
          icon={Plus}
          variant="primary"
          disabledReason={readOnly}
          onClick={() => onAct('add', region)}
          className="col-span-2"
        >
          Add {region}
        </Button>
      )}
      <Button
        icon={Plus}
        disabledReason={readOnly}
        onClick={() => onAct('add', undefined)}
        className={primary || empty ? 'col-span-2' : ''}
      >
        Add {empty ? 'another region' : 'region'}
      </Button>
    </div>
  );
}
