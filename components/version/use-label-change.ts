import { useRef, useState } from 'react';
import { labelFactsOf } from '@/components/version/label-facts';
import { labelRefusal } from '@/components/version/label-words';
import { refusedWords } from '@/components/version/refusals';
import { useLabelMove } from '@/lib/client/label-move';
import { noteIfRefused, useRefusal } from '@/lib/client/refusals';
import { problemIn } from '@/lib/client/request';
import type { SecretReading } from '@/lib/contract/answers';
import type { Problem } from '@/lib/contract/problem';
import { type LabelChange, type LabelPlan, planLabel } from '@/lib/domain/label-change';

/** One change of a label by hand: what it does, what is still to be confirmed, and the one call that does it. */
export function useLabelChange(
  scope: string,
  reading: SecretReading,
  change: LabelChange | undefined,
  onDone: () => void,
) {
  const labelMove = useLabelMove(scope);
  const refusal = useRefusal(scope, reading.arn, 'UpdateSecretVersionStage', change?.label);
  const [ticked, setTicked] = useState<ReadonlySet<LabelWarning>>(new Set());
  const [typedName, setTypedName] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const under = useRef(false);
  const made = useRef<LabelChange>(undefined);
  const { arn, region, name } = reading;
  const plan = change && planLabel(labelFactsOf(reading), change);
  const warnings = warningsOf(plan);
  const open = warnings.filter((code) => !ticked.has(code)).length;
  // Taking AWSPENDING off a version is asked for by name, whatever the secret: nobody may be able to say yet that no
  // attempt is running.
  const named = reading.protected || warnings.includes('ends-rotation');
  const missing = !plan
    ? 'Choose a label'
    : !plan.possible
      ? labelRefusal(plan.because)
      : refusal
        ? refusedWords(refusal)
        : open > 0
          ? open === 1
            ? 'One warning is not ticked'
            : `${open} warnings are not ticked`
          : named && typedName.trim() !== name
            ? 'Type the name of the secret to confirm'
            : undefined;
  const reset = () => {
    setTicked(new Set());
    setTypedName('');
    setProblem(undefined);
  };
  const send = async () => {
    if (!change || !plan?.possible || missing !== undefined || under.current) return;
    // What is done is not done again by a click that comes before the form has left.
    if (change === made.current) return;
    under.current = true;
    setProblem(undefined);
    try {
      const { from, to } = plan.move;
      const order = { arn, region, label: change.label, from: from ?? undefined, to: to ?? undefined };
      const { outcome, problem: lost } = await labelMove.mutateAsync(order);
      if (outcome === 'moved') {
        made.current = change;
        reset();
        onDone();
      } else setProblem(lost);
    } catch (cause) {
      noteIfRefused(scope, arn, 'UpdateSecretVersionStage', problemIn(cause), change.label);
      setProblem(problemIn(cause));
    } finally {
      under.current = false;
    }
  };
  return {
    plan,
    named,
    missing,
    warnings,
    ticked,
    tick: (code: LabelWarning, on: boolean) =>
      setTicked(new Set([...ticked].filter((one) => one !== code).concat(on ? [code] : []))),
    typedName,
    setTypedName,
    problem,
    reset,
    send,
    busy: labelMove.isPending,
  };
}

/** What an operator has to know, and tick, before AWSPENDING is moved by hand. */
export type LabelWarning = 'ends-rotation' | 'opens-rotation';

function warningsOf(plan: LabelPlan | undefined): readonly LabelWarning[] {
  if (!plan?.possible) return [];
  return [
    ...(plan.ends === 'rotation' ? (['ends-rotation'] as const) : []),
    ...(plan.opens === 'rotation' ? (['opens-rotation'] as const) : []),
  ];
}
