import { BY_RULES } from '@/components/replication/adding-target';
import { RowAccount } from '@/components/replication/row-account';
import { SecretName } from '@/components/secret/secret-name';
import { StatusText } from '@/components/ui/badge';
import { Checkbox } from '@/components/ui/checkbox';
import { SectionHead } from '@/components/ui/section-head';
import { accountNumber } from '@/lib/domain/account-number';
import { accountIn } from '@/lib/domain/account-region';
import type { AddingStep } from '@/lib/domain/replication/adding-plan';
import type { RunResult } from '@/lib/domain/replication/run-result';

interface AddingListProps {
  readonly steps: readonly AddingStep[];
  /** Of several accounts. */
  readonly several: boolean;
  readonly chosen: ReadonlySet<string>;
  readonly onChosen: (chosen: ReadonlySet<string>) => void;
  readonly results: ReadonlyMap<string, RunResult>;
  readonly current: string | undefined;
  readonly target: string;
  /** It runs, or has run: nothing is chosen any more. */
  readonly settled: boolean;
}

const MOST_SHOWN = 200;

/** Every replica that would be added, to be chosen, and how far each has come. */
export function AddingList(props: AddingListProps) {
  const { steps, several, chosen, onChosen, results, current, target, settled } = props;
  const ready = steps.filter(({ call }) => call);
  const on = ready.filter(({ id }) => chosen.has(id)).length;
  const toggle = (id: string, add: boolean) => {
    const next = new Set(chosen);
    if (add) next.add(id);
    else next.delete(id);
    onChosen(next);
  };
  return (
    <section aria-label="Replicas to add">
      <SectionHead
        title="Preview"
        note={`${ready.length.toLocaleString('en')} could be added`}
        className="mt-1"
      />
      {steps.length === 0 && (
        <p className="px-4 text-fg-2 md:px-5">
          {target === BY_RULES
            ? 'No fleet rule finds anything missing. Write one under Fleet rules, or choose a region.'
            : 'Every secret of this list is in that region already.'}
        </p>
      )}
      {ready.length > 0 && !settled && (
        <div className="px-4 md:px-5">
          <Checkbox
            label={`All ${ready.length.toLocaleString('en')}`}
            checked={on === ready.length}
            indeterminate={on > 0 && on < ready.length}
            onChange={(event) => onChosen(new Set(event.target.checked ? ready.map(({ id }) => id) : []))}
          />
        </div>
      )}
      <ul className="px-4 md:px-5">
        {steps.slice(0, MOST_SHOWN).map((step) => (
          <li key={step.id} className="flex items-center gap-2 border-t py-0.5">
            <Checkbox
              aria-label={`Add ${step.region} to ${step.name}${several ? ` in ${accountNumber(accountIn(step.key))}` : ''}`}
              disabled={!step.call || settled}
              checked={step.call !== undefined && chosen.has(step.id)}
              onChange={(event) => toggle(step.id, event.target.checked)}
            />
            {several && <RowAccount arn={step.key} />}
            <span className="min-w-0 flex-1 truncate [&_*]:inline">
              <SecretName name={step.name} />
            </span>
            <span className="shrink-0 font-mono text-fg-2 max-md:sr-only">{step.region}</span>
            <span className="min-w-0 max-w-[50%] shrink text-right">
              <StepState
                step={step}
                result={results.get(step.id)}
                current={current === step.id}
                waits={settled && chosen.has(step.id)}
              />
            </span>
          </li>
        ))}
      </ul>
      {steps.length > MOST_SHOWN && (
        <p className="px-4 py-1 text-fg-3 md:px-5">
          {(steps.length - MOST_SHOWN).toLocaleString('en')} more are in the plan. Filter the matrix to plan
          for fewer.
        </p>
      )}
    </section>
  );
}

interface StepStateProps {
  readonly step: AddingStep;
  readonly result: RunResult | undefined;
  readonly current: boolean;
  /** Chosen, and not sent. */
  readonly waits: boolean;
}

function StepState({ step, result, current, waits }: StepStateProps) {
  if (current) return <StatusText tone="progress">Adding</StatusText>;
  if (result?.outcome === 'done') return <StatusText tone="ok">In sync, read back</StatusText>;
  if (result) return <StatusText tone="fail">Stopped here</StatusText>;
  if (step.because) return <span className="text-fg-3">{step.because}</span>;
  return <StatusText tone="idle">{waits ? 'Not sent' : 'Not there'}</StatusText>;
}
