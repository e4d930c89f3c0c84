import { useRef, useState } from 'react';
import { keepLabelOf } from '@/components/version/label-facts';
import { useLabelMove } from '@/lib/client/label-move';
import { noteIfRefused } from '@/lib/client/refusals';
import { problemIn } from '@/lib/client/request';
import type { SecretReading } from '@/lib/contract/answers';
import type { Problem } from '@/lib/contract/problem';

/**
 * Gives versions the label that keeps them, each by one call: until a reading shows it, or AWS has refused it, a second
 * press sends nothing.
 */
export function useKeep(scope: string, reading: SecretReading) {
  const { arn, region } = reading;
  const labelMove = useLabelMove(scope);
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<Problem>();
  // By version: still asked of AWS, or done over a reading that cannot show it yet.
  const asked = useRef(new Map<string, SecretReading | 'asked'>());
  const latest = useRef(reading);
  latest.current = reading;
  const keep = async (version: string) => {
    const before = asked.current.get(version);
    if (before === 'asked' || before === latest.current) return;
    const show = () =>
      setBusy(new Set([...asked.current].flatMap(([id, state]) => (state === 'asked' ? [id] : []))));
    asked.current.set(version, 'asked');
    show();
    setProblem(undefined);
    try {
      const result = await labelMove.mutateAsync({ arn, region, label: keepLabelOf(version), to: version });
      if (result.outcome === 'moved') asked.current.set(version, latest.current);
      else {
        asked.current.delete(version);
        setProblem(result.problem);
      }
    } catch (cause) {
      asked.current.delete(version);
      noteIfRefused(scope, arn, 'UpdateSecretVersionStage', problemIn(cause), keepLabelOf(version));
      setProblem(problemIn(cause));
    }
    show();
  };
  return { keep: (version: string) => void keep(version), busy, problem };
}
