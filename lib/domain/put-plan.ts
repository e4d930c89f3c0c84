import type { LabelMove, Refusal } from './rollback.ts';
import { holderOf, type SecretVersion, sortLabels } from './version.ts';

/** Where a new value goes: in force at once, or under a label of the operator's own until it is promoted. */
export type PutTarget = { readonly kind: 'current' } | { readonly kind: 'staged'; readonly label: string };

/** What a put is judged by: metadata only, each fact absent where it could not be read. */
export interface PutFacts {
  readonly versions: readonly SecretVersion[];
  readonly replica?: boolean | undefined;
  readonly deleted?: string | undefined;
  readonly owningService?: string | undefined;
  readonly rotationEnabled?: boolean | undefined;
  /** The value reads like the login of a database. */
  readonly login: boolean;
  /** The value in force was looked at, and is binary. */
  readonly binary?: boolean | undefined;
}

/** What an operator has to know, and tick, before a new value is put. */
export type PutWarning =
  /** The next rotation counts from now, and will replace this value. */
  | 'put-rotation-on'
  | 'put-rotation-unknown'
  /** AWSPENDING is on another version: AWS takes the label off and gives that rotation up. */
  | 'put-ends-rotation'
  /** Nobody tells the database. */
  | 'put-login-unchanged'
  /** The label is on another version and moves. */
  | 'put-label-moves'
  /** What is written here is text, and the version in force was found to be binary. */
  | 'put-text-over-binary';

/** Why no value can be put here. */
export type PutRefusal =
  | Extract<Refusal, 'replica-region' | 'deletion-scheduled' | 'managed-by-service'>
  | 'too-many-labels';

/** What putting a value would do, or why it cannot be done. */
export type PutPlan =
  | { readonly possible: false; readonly because: PutRefusal }
  | {
      readonly possible: true;
      /** Labels that move to the new version, and what AWS moves by itself: AWSPREVIOUS, and AWSPENDING away. */
      readonly moves: readonly LabelMove[];
      readonly warnings: readonly PutWarning[];
      /** Labels that stay on the versions involved. */
      readonly stays: readonly { readonly label: string; readonly on: string }[];
      /**
       * Versions that end without any label: AWS may purge them once there are more than 100.
       * https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html
       */
      readonly unlabelled: readonly string[];
    };

/** Labels a whole secret may have. https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html */
const MOST_LABELS = 20;

/**
 * What putting a value as the version `token` does to the labels, and what an operator has to know first. A value put
 * by hand counts as a rotation, and ends one that is open.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html
 */
export function planPut(facts: PutFacts, target: PutTarget, token: string): PutPlan {
  const { versions } = facts;
  if (facts.deleted) return { possible: false, because: 'deletion-scheduled' };
  if (facts.owningService) return { possible: false, because: 'managed-by-service' };
  if (facts.replica) return { possible: false, because: 'replica-region' };
  const current = holderOf(versions, 'AWSCURRENT');
  const pending = holderOf(versions, 'AWSPENDING');
  const label = target.kind === 'staged' ? target.label : undefined;
  const holder = label === undefined ? undefined : holderOf(versions, label);
  const labels = new Set(versions.flatMap((version) => version.labels));
  if (label !== undefined && !labels.has(label) && labels.size >= MOST_LABELS) {
    return { possible: false, because: 'too-many-labels' };
  }
  // With a rotation that is given up goes its label, and from the version that loses AWSCURRENT to the new value, too.
  const dropped = pending && (label === undefined || pending.id !== current?.id) ? pending : undefined;
  const moves: LabelMove[] = [
    ...(label === undefined
      ? [
          { label: 'AWSCURRENT', from: current?.id ?? null, to: token },
          ...(current
            ? [{ label: 'AWSPREVIOUS', from: holderOf(versions, 'AWSPREVIOUS')?.id ?? null, to: current.id }]
            : []),
        ]
      : [{ label, from: holder?.id ?? null, to: token }]),
    ...(dropped ? [{ label: 'AWSPENDING', from: dropped.id, to: null }] : []),
  ];
  const warnings: PutWarning[] = [
    ...(facts.rotationEnabled === undefined ? (['put-rotation-unknown'] as const) : []),
    ...(facts.rotationEnabled && label === undefined ? (['put-rotation-on'] as const) : []),
    ...(pending && pending.id !== current?.id ? (['put-ends-rotation'] as const) : []),
    ...(facts.login && label === undefined ? (['put-login-unchanged'] as const) : []),
    ...(holder ? (['put-label-moves'] as const) : []),
    ...(facts.binary ? (['put-text-over-binary'] as const) : []),
  ];
  const involved = new Set(moves.flatMap(({ from, to }) => [from, to]));
  const stays = versions
    .filter(({ id }) => involved.has(id))
    .flatMap((version) => staying(version, moves).map((label) => ({ label, on: version.id })));
  return { possible: true, moves, stays, warnings, unlabelled: bareAfter(versions, moves) };
}

const staying = ({ labels }: SecretVersion, moves: readonly LabelMove[]) =>
  sortLabels(labels.filter((label) => !moves.some((move) => move.label === label)));

// Versions that have labels and keep none.
function bareAfter(versions: readonly SecretVersion[], moves: readonly LabelMove[]): string[] {
  return versions.flatMap((version) => {
    const { id, labels } = version;
    const keeps = moves.some(({ to }) => to === id) || staying(version, moves).length > 0;
    return labels.length > 0 && !keeps ? [id] : [];
  });
}
