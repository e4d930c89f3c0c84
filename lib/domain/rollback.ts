import { type Check, checksOf, isOpenRotation, isStaged } from './rollback-checks.ts';
import type { RollbackFacts } from './rollback-facts.ts';
import { holderOf, holdsValue, sortLabels } from './version.ts';

/** A staging label and the versions it is on, before and after; null: on none. */
export interface LabelMove {
  readonly label: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** Why a version cannot be rolled back to. */
export type Refusal =
  | 'no-current'
  | 'target-unknown'
  | 'target-is-current'
  | 'target-without-value'
  | 'replica-region'
  | 'deletion-scheduled'
  | 'managed-by-service';

/** What a rollback would do, or why there is none. */
export type RollbackPlan =
  | { readonly possible: false; readonly because: Refusal }
  | {
      readonly possible: true;
      readonly from: string;
      readonly to: string;
      readonly moves: readonly LabelMove[];
      /** Labels that stay, with the version they stay on: those of the versions involved. */
      readonly stays: readonly { readonly label: string; readonly on: string }[];
      /** The target was never AWSCURRENT as far as is known: an open rotation made it, or somebody staged it. */
      readonly promotes: boolean;
      /**
       * Versions that end without any label: AWS may purge them once there are more than 100.
       * https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html
       */
      readonly unlabelled: readonly string[];
      readonly checks: readonly Check[];
    };

/**
 * Which labels move when AWSCURRENT goes to `target`, and what metadata says for and against it. AWS moves
 * AWSPREVIOUS by itself to the version AWSCURRENT leaves.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/roll-back-secret.html
 */
export function planRollback(facts: RollbackFacts): RollbackPlan {
  const { versions } = facts;
  const current = holderOf(versions, 'AWSCURRENT');
  const previous = holderOf(versions, 'AWSPREVIOUS');
  const target = versions.find((version) => version.id === facts.target);
  if (facts.deleted) return { possible: false, because: 'deletion-scheduled' };
  if (facts.owningService) return { possible: false, because: 'managed-by-service' };
  if (facts.replica) return { possible: false, because: 'replica-region' };
  if (!current) return { possible: false, because: 'no-current' };
  if (!target) return { possible: false, because: 'target-unknown' };
  if (target.id === current.id) return { possible: false, because: 'target-is-current' };
  if (!holdsValue(target) && !facts.proven?.includes(target.id))
    return { possible: false, because: 'target-without-value' };

  const moves: LabelMove[] = [
    { label: 'AWSCURRENT', from: current.id, to: target.id },
    // Already there when an operator put both labels on one version: then it stays.
    ...(previous?.id === current.id
      ? []
      : [{ label: 'AWSPREVIOUS', from: previous?.id ?? null, to: current.id }]),
  ];
  const moved = new Set(moves.map(({ label }) => label));
  const bystander = previous && ![current.id, target.id].includes(previous.id) ? previous : undefined;
  const involved = [current, target, ...(bystander ? [bystander] : [])];
  const stays = involved.flatMap((version) =>
    sortLabels(version.labels.filter((label) => !moved.has(label))).map((label) => ({
      label,
      on: version.id,
    })),
  );
  // Only the former AWSPREVIOUS can end bare: the other two receive a label.
  const unlabelled = bystander && !stays.some((stay) => stay.on === bystander.id) ? [bystander.id] : [];
  return {
    possible: true,
    from: current.id,
    to: target.id,
    moves,
    stays,
    promotes: isOpenRotation(target) || isStaged(facts, current, target),
    unlabelled,
    checks: checksOf(facts, current, target),
  };
}
