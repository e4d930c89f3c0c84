import { useState } from 'react';
import { factsOf } from '@/components/version/rollback-facts';
import type { SecretReading } from '@/lib/contract/answers';
import { planRollback, type RollbackPlan } from '@/lib/domain/rollback';
import type { Check } from '@/lib/domain/rollback-checks';
import type { RollbackFacts } from '@/lib/domain/rollback-facts';

type Code = Check['code'];

/**
 * The plan an operator is looking at, and what they have confirmed of it. When a later reading changes the
 * plan, their ticks and the typed name are taken back and `changed` says what is new: they agreed to another plan.
 */
export function usePlan(
  reading: SecretReading,
  target: string,
  { proven, wereCurrent }: Pick<RollbackFacts, 'proven' | 'wereCurrent'>,
  keysDown: readonly string[],
  opens: RollbackFacts['opens'],
) {
  const [seen, setSeen] = useState(reading);
  const [ticked, setTicked] = useState<ReadonlySet<Code>>(new Set());
  const [typed, setTyped] = useState('');
  const [changed, setChanged] = useState<'labels' | 'checks'>();
  const [beside, setBeside] = useState({ keysDown, opens });
  const plan = planRollback(factsOf(seen, target, { proven, wereCurrent, ...beside }));
  const changedBeside = keysDown.join() !== beside.keysDown.join() || opens !== beside.opens;
  if (reading !== seen || changedBeside) {
    setSeen(reading);
    if (changedBeside) setBeside({ keysDown, opens });
    const next = planRollback(factsOf(reading, target, { proven, wereCurrent, keysDown, opens }));
    const [labels, checks] = [labelsOf(next) !== labelsOf(plan), checksOf(next) !== checksOf(plan)];
    if (labels || checks) {
      setTicked(new Set());
      setTyped('');
      setChanged(labels ? 'labels' : 'checks');
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
    acknowledge: () => setChanged(undefined),
    ticked,
    tick,
    typed,
    setTyped,
    /** Whether the name has to be typed: where the secret is protected, and to promote what no one has tested. */
    named: seen.protected || (plan.possible && plan.promotes),
    warnings,
    unticked: warnings.filter(({ code }) => !ticked.has(code)).length,
  };
}

// Keeping a version with a label of its own changes what stays, not what was agreed to.
function labelsOf(plan: RollbackPlan): string {
  if (!plan.possible) return plan.because;
  const { from, to, moves } = plan;
  return JSON.stringify({ from, to, moves });
}

const checksOf = (plan: RollbackPlan) => JSON.stringify(plan.possible ? plan.checks : []);
