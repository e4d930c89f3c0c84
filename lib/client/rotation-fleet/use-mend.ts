import { useRef, useState } from 'react';
import type { Problem } from '@/lib/contract/problem';
import type { MendKind, MendPlan } from '@/lib/domain/rotation-fleet/mend-plan';
import { readLabels } from '../label-move';
import { useOperator } from '../operator';
import { keepOwnAct } from '../own-events';
import { callOperation, problemIn } from '../request';

/** How far one secret is. `not-ended`: AWS has begun to rotate, and the labels do not show its end. */
export type MendStage =
  | { readonly stage: 'asking' | 'rotating' | 'done' | 'not-ended' | 'still-pending' }
  | { readonly stage: 'refused'; readonly problem: Problem };

const EVERY_MS = 2_000;
const PATIENCE_MS = 90_000;

/**
 * Mends secrets one after the other, each call sent once, and stops at the first surprise: a refusal, a lost answer, or an
 * end that the labels do not show.
 */
export function useMend(scope: string, kind: MendKind) {
  const operator = useOperator().data?.arn ?? '';
  const [stages, setStages] = useState<ReadonlyMap<string, MendStage>>(new Map());
  const [busy, setBusy] = useState(false);
  const stopped = useRef(false);
  const run = async (plans: readonly MendPlan[], tokens: ReadonlyMap<string, string>, reason: string) => {
    setBusy(true);
    stopped.current = false;
    for (const plan of plans) {
      if (stopped.current) break;
      const say = (stage: MendStage) => setStages((all) => new Map(all).set(plan.arn, stage));
      const end = await mendOne({ scope, kind, operator, reason }, plan, tokens.get(plan.arn) ?? '', say);
      say(end);
      if (end.stage !== 'done') break;
    }
    setBusy(false);
  };
  const stop = () => {
    stopped.current = true;
  };
  return { stages, busy, run, stop };
}

interface Mending {
  readonly scope: string;
  readonly kind: MendKind;
  readonly operator: string;
  readonly reason: string;
}

async function mendOne(
  { scope, kind, operator, reason }: Mending,
  { arn, region, pending }: MendPlan,
  token: string,
  say: (stage: MendStage) => void,
): Promise<MendStage> {
  say({ stage: 'asking' });
  try {
    if (pending !== undefined) {
      const input = { SecretId: arn, VersionStage: 'AWSPENDING', RemoveFromVersionId: pending };
      const { at, requestId } = await callOperation(scope, region, 'UpdateSecretVersionStage', input, reason);
      const effect = { kind: 'label-moved', label: 'AWSPENDING', from: pending, to: null } as const;
      keepOwnAct(scope, { arn, operator, at, requestId, name: 'UpdateSecretVersionStage', effect });
      const { holders } = await readLabels(scope, region, arn);
      if (holders.AWSPENDING === pending) return { stage: 'still-pending' };
    }
    if (kind === 'unstick') return { stage: 'done' };
    const input = { SecretId: arn, ClientRequestToken: token, RotateImmediately: true };
    const { at, requestId } = await callOperation(scope, region, 'RotateSecret', input, reason);
    const effect = { kind: 'rotation', step: 'asked', version: token } as const;
    keepOwnAct(scope, { arn, operator, at, requestId, name: 'RotateSecret', effect });
    say({ stage: 'rotating' });
    const until = performance.now() + PATIENCE_MS;
    while (performance.now() < until) {
      const { holders } = await readLabels(scope, region, arn);
      if (holders.AWSCURRENT === token) return { stage: 'done' };
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
    return { stage: 'not-ended' };
  } catch (cause) {
    return { stage: 'refused', problem: problemIn(cause) };
  }
}
