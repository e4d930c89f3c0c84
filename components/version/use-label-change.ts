import { useRef, useState } from 'react';
import { labelFactsOf } from '@/components/version/label-facts';
import { labelRefusal } from '@/components/version/label-words';
import { refusedWords } from '@/components/version/refusals';
import { useLabelMove } from '@/lib/client/label-move';
import { noteIfRefused, useRefusal } from '@/lib/client/refusals';
import { problemIn } from '@/lib/client/request';
import type { SecretReading } from '@/lib/contract/answers';
import type { Problem } from '@/lib/contract/problem';
import { type LabelChange, planLabel } from '@/lib/domain/label-change';

/** One change of a label by hand: what it does, what is still to be confirmed, and the one call that does it. */
export function useLabelChange(
  scope: string,
  reading: SecretReading,
  change: LabelChange | undefined,
  onDone: () => void,
) {
  const labelMove = useLabelMove(scope);
  const refusal = useRefusal(reading.arn);
  const [ticked, setTicked] = useState(false);
  const [typedName, setTypedName] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const under = useRef(false);
  const { arn, region, name } = reading;
  const plan = change && planLabel(labelFactsOf(reading), change);
  // Taking AWSPENDING off a version is asked for by name, whatever the secret: nobody may be able to say yet that no
  // attempt is running.
  const named = reading.protected || (plan?.possible === true && plan.ends === 'rotation');
  const missing = !plan
    ? 'Choose a label'
    : !plan.possible
      ? labelRefusal(plan.because)
      : refusal
        ? refusedWords(refusal)
        : plan.ends === 'rotation' && !ticked
          ? 'One warning is not ticked'
          : named && typedName.trim() !== name
            ? 'Type the name of the secret to confirm'
            : undefined;
  const reset = () => {
    setTicked(false);
    setTypedName('');
    setProblem(undefined);
  };
  const send = async () => {
    if (!change || !plan?.possible || missing !== undefined || under.current) return;
    under.current = true;
    setProblem(undefined);
    try {
      const { from, to } = plan.move;
      const order = { arn, region, label: change.label, from: from ?? undefined, to: to ?? undefined };
      const { outcome, problem: lost } = await labelMove.mutateAsync(order);
      if (outcome === 'moved') {
        reset();
        onDone();
      } else setProblem(lost);
    } catch (cause) {
      noteIfRefused(arn, problemIn(cause));
      setProblem(problemIn(cause));
    } finally {
      under.current = false;
    }
  };
  return {
    plan,
    named,
    missing,
    ticked,
    setTicked,
    typedName,
    setTypedName,
    problem,
    reset,
    send,
    busy: labelMove.isPending,
  };
}
