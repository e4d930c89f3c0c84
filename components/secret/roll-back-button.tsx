import { ArrowUp, Undo2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { refusalReason, refusedWords } from '@/components/version/refusals';
import { factsOf } from '@/components/version/rollback-facts';
import { useRefusal } from '@/lib/client/refusals';
import type { SecretReading } from '@/lib/contract/answers';
import { planRollback } from '@/lib/domain/rollback';
import type { SecretVersion } from '@/lib/domain/version';

interface RollBackButtonProps {
  readonly scope: string;
  readonly version: SecretVersion;
  readonly reading: SecretReading;
  readonly onRollBack: (target: string) => void;
  /** Versions that a receipt of this tab proves to hold a value. */
  readonly proven: readonly string[];
  /** Versions that are known to have been AWSCURRENT. */
  readonly wereCurrent: readonly string[];
}

/** The way back to a version from its row, or why there is none. */
export function RollBackButton(props: RollBackButtonProps) {
  const { scope, version, reading, onRollBack, proven, wereCurrent } = props;
  const refusal = useRefusal(scope, reading.arn, 'UpdateSecretVersionStage', 'AWSCURRENT');
  const plan = planRollback(factsOf(reading, version.id, { proven, wereCurrent }));
  const impossible = plan.possible ? undefined : refusalReason(plan.because);
  const promotes = plan.possible && plan.promotes;
  const act = promotes ? 'Promote' : 'Roll back';
  return (
    <Button
      size="sm"
      variant="quiet"
      icon={promotes ? ArrowUp : Undo2}
      data-tip={promotes ? 'Promote this version' : 'Roll back to this version'}
      aria-label={`${act}${promotes ? '' : ' to'} this version, ${version.id}`}
      disabledReason={refusal ? refusedWords(refusal) : impossible}
      onClick={() => onRollBack(version.id)}
    >
      <span className="@max-4xl:sr-only max-md:not-sr-only">
        {act}
        <span className="@max-5xl:hidden">{promotes ? ' this version' : ' to this version'}</span>
      </span>
    </Button>
  );
}
