import { ArrowUpFromLine, KeyRound, Plus, Replace, RotateCw, Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { refusedWords } from '@/components/version/refusals';
import { useReadOnly } from '@/lib/client/read-only';
import { callKey } from '@/lib/client/replication/act';
import { useReader } from '@/lib/client/replication/readers';
import { actRefusal } from '@/lib/domain/replication/act-refusal';
import type { MatrixRow } from '@/lib/domain/replication/cell';
import { type ActKind, planAct, primaryRefusal } from '@/lib/domain/replication/plan-act';

interface CellActsProps {
  readonly scope: string;
  readonly row: MatrixRow;
  readonly region: string;
  /** Regions that are being read again, and have not answered for a while. */
  readonly late?: ReadonlySet<string>;
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
export function CellActs({ scope, row, region, late, onAct }: CellActsProps) {
  const readOnly = useReadOnly();
  const [reader] = useReader(scope);
  const missing = (kind: ActKind) => {
    const plan = planAct(kind, row, region);
    if (!plan.possible) return actRefusal(plan.because);
    const refused = plan.calls.map((call) => reader.refused.get(callKey(call))).find((one) => one);
    // A promotion is of the replica alone; all else is asked of the primary.
    const waits = kind === 'promote' ? region : row.secret.primaryRegion;
    return readOnly ?? (refused ? refusedWords(refused) : late?.has(waits) ? lateWords(waits) : undefined);
  };
  // Where else is chosen in the sheet; what speaks against any region is said here.
  const because = primaryRefusal(row);
  const adding = reader.refused.get(
    callKey({ operation: 'ReplicateSecretToRegions', input: { SecretId: row.secret.key } }),
  );
  const addRefused = adding && refusedWords(adding);
  const { primaryRegion } = row.secret;
  const waiting = late?.has(primaryRegion) ? lateWords(primaryRegion) : undefined;
  const elsewhere = because ? actRefusal(because) : (readOnly ?? addRefused ?? waiting);
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
          disabledReason={missing('add')}
          onClick={() => onAct('add', region)}
          className="col-span-2"
        >
          Add {region}
        </Button>
      )}
      <Button
        icon={Plus}
        disabledReason={elsewhere}
        onClick={() => onAct('add', undefined)}
        className={primary || empty ? 'col-span-2' : ''}
      >
        Add {empty ? 'another region' : 'region'}
      </Button>
    </div>
  );
}

const lateWords = (region: string) =>
  `${region} is being read again; what is known of it is too old to act on`;
