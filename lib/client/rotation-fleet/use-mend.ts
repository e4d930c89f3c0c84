import { useRef, useState } from 'react';
import type { MendKind, MendPlan } from '@/lib/domain/rotation-fleet/mend-plan';
import { awsNow } from '../aws-time';
import { usePlace } from '../place';
import { dropFromRun, keepRun, underLock } from './interrupted';
import { type MendStage, mendOne } from './mend-one';

const WELL: ReadonlySet<MendStage['stage']> = new Set(['done', 'passed', 'untold']);
const UNDER_WAY: ReadonlySet<MendStage['stage']> = new Set(['asking', 'rotating', 'testing']);

/** Whether a secret ended otherwise than it should: then nothing after it is touched. */
export const isSurprise = (stage: MendStage | undefined): boolean =>
  stage !== undefined && !WELL.has(stage.stage) && !UNDER_WAY.has(stage.stage);

/**
 * Mends secrets one after the other, each call sent once, and stops at the first surprise: a refusal, a lost answer, a test
 * that failed, or an end that is not read back. What is left of several is kept on this browser.
 */
export function useMend(scope: string, kind: MendKind) {
  const operator = usePlace(scope)?.arn ?? '';
  const [stages, setStages] = useState<ReadonlyMap<string, MendStage>>(new Map());
  const [busy, setBusy] = useState(false);
  const stopped = useRef(false);
  const carryOut = async (
    plans: readonly MendPlan[],
    tokens: ReadonlyMap<string, string>,
    reason: string,
  ) => {
    const left = plans.map(({ arn }) => arn);
    const at = new Date(awsNow()).toISOString();
    if (left.length > 1) keepRun(scope, { kind, left, of: left.length, at });
    for (const plan of plans) {
      const say = (stage: MendStage) => setStages((all) => new Map(all).set(plan.arn, stage));
      const end = await mendOne({ scope, kind, operator, reason }, plan, tokens.get(plan.arn) ?? '', say);
      say(end);
      if (isSurprise(end)) break;
      dropFromRun(scope, plan.arn);
      if (stopped.current) break;
    }
  };
  const run = async (plans: readonly MendPlan[], tokens: ReadonlyMap<string, string>, reason: string) => {
    setBusy(true);
    stopped.current = false;
    await underLock(scope, () => carryOut(plans, tokens, reason));
    setBusy(false);
  };
  const stop = () => {
    stopped.current = true;
  };
  return { stages, busy, run, stop };
}
