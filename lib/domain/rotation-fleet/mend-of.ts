import { type FleetSecret, type FleetTab, tabOf } from './fleet-secret.ts';
import { type MendKind, type MendPlan, mendPlan } from './mend-plan.ts';
import { type NotMended, whyNotMended } from './why-not-mended.ts';

/** What is to be done to which secrets, and how many are left out of it for which reasons. */
export interface Mend {
  readonly kind: MendKind;
  readonly plans: readonly MendPlan[];
  readonly leftOut: ReadonlyMap<NotMended, number>;
}

/** What doing one thing to these secrets comes to, as they are now. */
export function mendOf(kind: MendKind, secrets: readonly FleetSecret[]): Mend {
  const leftOut = new Map<NotMended, number>();
  for (const one of secrets) {
    const why = whyNotMended(kind, one);
    if (why) leftOut.set(why, (leftOut.get(why) ?? 0) + 1);
  }
  return { kind, leftOut, plans: secrets.flatMap((one) => mendPlan(kind, one) ?? []) };
}

const NEEDS: ReadonlySet<FleetTab | undefined> = new Set(['open', 'stuck', 'overdue']);

/**
 * What is left of a run, planned anew: what has become of its secrets meanwhile is theirs. One that has rotated since, as
 * AWS goes on when a tab is closed, is not rotated again.
 */
export function resumedMend(kind: MendKind, left: readonly string[], fleet: readonly FleetSecret[]): Mend {
  const keys = new Set(left);
  return mendOf(
    kind,
    fleet.filter(
      ({ secret, state }) => keys.has(secret.key) && (kind !== 'retry' || NEEDS.has(tabOf(state.kind))),
    ),
  );
}
