import { RowAccount } from '@/components/replication/row-account';
import { stateLook } from '@/components/replication/state-look';
import { SecretName } from '@/components/secret/secret-name';
import { StatusText } from '@/components/ui/badge';
import { Checkbox } from '@/components/ui/checkbox';
import { accountNumber } from '@/lib/domain/account-number';
import { accountIn } from '@/lib/domain/account-region';
import { actRefusal } from '@/lib/domain/replication/act-refusal';
import type { PromotionStep } from '@/lib/domain/replication/promotion-plan';

interface StepStateProps {
  readonly step: PromotionStep;
  readonly result: 'done' | 'stopped' | undefined;
  readonly current: boolean;
  /** What is said of one that was chosen, and not sent. */
  readonly waits: string | false;
}

interface PromotionRowProps extends StepStateProps {
  /** Of several accounts. */
  readonly several: boolean;
  readonly chosen: boolean;
  /** Absent: it runs, or has run. */
  readonly onChosen: ((chosen: boolean) => void) | undefined;
}

/** One secret of a promotion plan, to be chosen, and how far it has come. */
export function PromotionRow({ several, chosen, onChosen, ...state }: PromotionRowProps) {
  const { key, name, call } = state.step;
  return (
    <li className="flex items-center gap-2 border-t py-0.5">
      <Checkbox
        aria-label={`Promote ${name}${several ? ` in ${accountNumber(accountIn(key))}` : ''}`}
        disabled={!call || !onChosen}
        checked={chosen}
        onChange={(event) => onChosen?.(event.target.checked)}
      />
      {several && <RowAccount arn={key} />}
      <span className="min-w-0 flex-1 truncate [&_*]:inline">
        <SecretName name={name} />
      </span>
      <StepState {...state} />
    </li>
  );
}

function StepState({ step, result, current, waits }: StepStateProps) {
  if (current) return <StatusText tone="progress">Promoting</StatusText>;
  if (result === 'done') return <StatusText tone="ok">Standalone, read back</StatusText>;
  if (result === 'stopped') return <StatusText tone="fail">Stopped here</StatusText>;
  if (waits) return <StatusText tone="idle">{waits}</StatusText>;
  if (step.because) return <StatusText tone="idle">{actRefusal(step.because)}</StatusText>;
  const { word, tone } = stateLook(step.state);
  return <StatusText tone={tone}>{word}</StatusText>;
}
