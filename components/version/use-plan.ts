import { useState } from 'react';
import { factsOf } from '@/components/version/rollback-facts';
import type { SecretReading } from '@/lib/contract/answers';
import { type Check, planRollback } from '@/lib/domain/rollback';

type Code = Check['code'];

/**
 * The plan an operator is looking at, and what they have confirmed of it. When a later reading changes the
 * plan, their ticks and the typed name are taken back and `changed` says so: they agreed to another plan.
 */
export function usePlan(reading: SecretReading, target: string) {
  const [seen, setSeen] = useState(reading);
  const [ticked, setTicked] = useState<ReadonlySet<Code>>(new Set());
  const [typed, setTyped] = useState('');
  const [changed, setChanged] = useState(false);
  const plan = planRollback(factsOf(seen, target));
  if (reading !== seen) {
    setSeen(reading);
    if (essence(planRollback(factsOf(reading, target))) !== essence(plan)) {
      setTicked(new Set());
      setTyped('');
      setChanged(true);
    }
  }
  const warnings = plan.possible ? plan.checks.filter(({ tone }) => tone === 'warn') : [];
  const tick = (code: Code, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(code);
    else next.delete(code);
    setTicked(next);
  };
  return {
    seen,
    plan,
    changed,
    acknowledge: () => setChanged(false),
    ticked,
    tick,
    typed,
    setTyped,
    warnings,
    unticked: warnings.filter(({ code }) => !ticked.has(code)).length,
  };
}

// Keeping a version with a label of its own changes what stays, not what was agreed to.
function essence(plan: ReturnType<typeof planRollback>): string {
  if (!plan.possible) return plan.because;
  const { from, to, moves, checks } = plan;
  return JSON.stringify({ from, to, moves, checks });
}
