import { PenLine, RotateCw, Undo2 } from 'lucide-react';
import { SecretFacts } from '@/components/secret/secret-facts';
import { SecretName } from '@/components/secret/secret-name';
import { Button } from '@/components/ui/button';
import { CopyIcon } from '@/components/ui/copy-button';
import { zoned } from '@/components/ui/time-format';
import { refusalReason, refusedWords } from '@/components/version/refusals';
import { factsOf } from '@/components/version/rollback-facts';
import { useRefusal } from '@/lib/client/refusals';
import type { SecretReading } from '@/lib/contract/answers';
import { planRollback, type Refusal } from '@/lib/domain/rollback';

interface SecretHeaderProps {
  readonly scope: string;
  readonly reading: SecretReading;
  readonly now: number;
  readonly busy: boolean;
  readonly onRefresh: () => void;
  /** The version with AWSPREVIOUS: where a roll back usually goes. */
  readonly previous: string | undefined;
  readonly onRollBack: (target: string) => void;
  readonly onPut: () => void;
  /** Versions that a receipt of this tab proves to hold a value. */
  readonly proven: readonly string[];
}

/** The head of a secret's page: name, ARN, acts, and the facts of its metadata. */
export function SecretHeader(props: SecretHeaderProps) {
  const { scope, reading, now, busy, onRefresh, previous, onRollBack, onPut, proven } = props;
  const noMove = useRefusal(scope, reading.arn, 'UpdateSecretVersionStage', 'AWSCURRENT');
  const noPut = useRefusal(scope, reading.arn, 'PutSecretValue');
  return (
    <header className="border-b bg-surface px-4 pt-3 pb-3 md:px-5">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="flex min-w-0 flex-[1_1_16rem] items-center gap-1 py-0.5">
          <h1 className="min-w-0 text-lg">
            <SecretName name={reading.name} />
          </h1>
          <CopyIcon text={reading.arn} label="Copy the ARN" />
        </div>
        <span className="flex flex-wrap items-center gap-2 max-md:w-full max-md:*:flex-1">
          <Button
            icon={RotateCw}
            busy={busy}
            onClick={onRefresh}
            data-tip={`Read ${zoned(new Date(reading.at), true)}`}
          >
            Read again
          </Button>
          <Button
            icon={PenLine}
            disabledReason={noPut ? refusedWords(noPut) : whyNoPut(reading)}
            onClick={onPut}
          >
            Put new value
          </Button>
          <Button
            icon={Undo2}
            kbd="B"
            disabledReason={noMove ? refusedWords(noMove) : whyNot(reading, previous, proven)}
            onClick={() => previous && onRollBack(previous)}
          >
            Roll back
          </Button>
        </span>
      </div>
      <SecretFacts {...{ scope, reading, now }} />
    </header>
  );
}

// What forbids a roll back to any version forbids a new value as well.
const FORBIDDEN: readonly Refusal[] = ['deletion-scheduled', 'managed-by-service', 'replica-region'];

function whyNoPut(reading: SecretReading): string | undefined {
  const plan = planRollback(factsOf(reading, '', {}));
  return !plan.possible && FORBIDDEN.includes(plan.because) ? refusalReason(plan.because) : undefined;
}

function whyNot(
  reading: SecretReading,
  previous: string | undefined,
  proven: readonly string[],
): string | undefined {
  if (previous === undefined) return 'No version holds AWSPREVIOUS: choose a version in the table';
  const plan = planRollback(factsOf(reading, previous, { proven }));
  return plan.possible ? undefined : refusalReason(plan.because);
}
