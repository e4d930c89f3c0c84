import { type FleetSecret, type FleetTab, tabOf } from './fleet-secret.ts';
import { type MendKind, type MendPlan, mendPlan } from './mend-plan.ts';
import { type NotMended, whyNotMended } from './why-not-mended.ts';

/** What is to be done to which secrets, and how many are left out of it for which reasons. */
export interface Mend {
  readonly kind: MendKind;
  readonly plans: readonly MendPlan[];
  readonly leftOut: ReadonlyMap<NotMended, number>;
}

const neverRefused: (plan: MendPlan) => boolean = () => false;

/** What doing one thing to these secrets comes to, as they are now; without those of which AWS has refused it. */
export function mendOf(kind: MendKind, secrets: readonly FleetSecret[], isRefused = neverRefused): Mend {
  const leftOut = new Map<NotMended, number>();
  const plans: MendPlan[] = [];
  for (const one of secrets) {
    const plan = mendPlan(kind, one);
    const why = whyNotMended(kind, one) ?? (plan && isRefused(plan) ? 'refused' : undefined);
    if (why) leftOut.set(why, (leftOut.get(why) ?? 0) + 1);
    else if (plan) plans.push(plan);
  }
  return { kind, leftOut, plans };
}

const NEEDS: ReadonlySet<FleetTab | undefined> = new Set(['open', 'stuck', 'overdue']);

/**
 * What is left of a run, planned anew: what has become of its secrets meanwhile is theirs. One that has rotated since, as
 * AWS goes on when a tab is closed, is not rotated again.
 */
export function resumedMend(
  kind: MendKind,
  left: readonly string[],
  fleet: readonly FleetSecret[],
  isRefused = neverRefused,
): Mend {
  const keys = new Set(left);
  return mendOf(
    kind,
    fleet.filter(
      ({ secret, state }) => keys.has(secret.key) && (kind !== 'retry' || NEEDS.has(tabOf(state.kind))),
    ),
    isRefused,
  );
}
