import { useRef, useState } from 'react';
import type { PromotionPlan, PromotionResult, PromotionStep } from '@/lib/domain/replication/promotion-plan';
import { awsNow } from '../aws-time';
import { type ActStage, carryOut } from './act';
import { readerOf, useReader } from './readers';

/** Carries out the chosen steps of a promotion plan, one by one, and stops at the first that is not as planned. */
export function usePromotion(scope: string) {
  useReader(scope);
  const [plan, setPlan] = useState<PromotionPlan>();
  const [results, setResults] = useState<ReadonlyMap<string, PromotionResult>>(new Map());
  const [current, setCurrent] = useState<string>();
  const [stopped, setStopped] = useState<{ readonly name: string; readonly words: string }>();
  const under = useRef(false);

  const begin = async (given: PromotionPlan, chosen: ReadonlySet<string>) => {
    if (under.current) return;
    under.current = true;
    setPlan(given);
    for (const step of given.steps) {
      if (!step.call || !chosen.has(step.key)) continue;
      setCurrent(step.key);
      const stage = await promote(scope, given.region, step);
      const at = new Date(awsNow()).toISOString();
      if (stage.stage === 'done') {
        const { requestId } = stage;
        setResults((known) => new Map(known).set(step.key, { outcome: 'promoted', at, requestId }));
        continue;
      }
      const words = surprise(stage);
      setResults((known) => new Map(known).set(step.key, { outcome: 'stopped', at, words }));
      setStopped({ name: step.name, words });
      break;
    }
    setCurrent(undefined);
    under.current = false;
  };
  return { plan, results, current, stopped, begin, busy: current !== undefined };
}

function promote(
  scope: string,
  region: string,
  { key, primaryRegion, call }: PromotionStep,
): Promise<ActStage> {
  const order = { kind: 'promote', key, region, primaryRegion, calls: call ? [call] : [] } as const;
  return carryOut(scope, readerOf(scope), order, () => undefined);
}

function surprise(stage: ActStage): string {
  if (stage.stage === 'refused') return stage.problem.detail ?? stage.problem.title;
  return 'AWS took the call, and re-reading does not show it';
}
