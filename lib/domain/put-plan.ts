import type { LabelMove, Refusal } from './rollback.ts';
import { holderOf, type SecretVersion } from './version.ts';

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
  | 'put-label-moves';

/** Why no value can be put here. */
export type PutRefusal =
  | Extract<Refusal, 'replica-region' | 'deletion-scheduled' | 'managed-by-service'>
  | 'too-many-labels';

/** What putting a value would do, or why it cannot be done. */
export type PutPlan =
  | { readonly possible: false; readonly because: PutRefusal }
  | {
      readonly possible: true;
      /** Labels that move to the new version, and AWSPREVIOUS, which AWS moves by itself. */
      readonly moves: readonly LabelMove[];
      readonly warnings: readonly PutWarning[];
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
  const moves: LabelMove[] =
    label === undefined
      ? [
          { label: 'AWSCURRENT', from: current?.id ?? null, to: token },
          ...(current
            ? [{ label: 'AWSPREVIOUS', from: holderOf(versions, 'AWSPREVIOUS')?.id ?? null, to: current.id }]
            : []),
        ]
      : [{ label, from: holder?.id ?? null, to: token }];
  const warnings: PutWarning[] = [
    ...(facts.rotationEnabled === undefined ? (['put-rotation-unknown'] as const) : []),
    ...(facts.rotationEnabled && label === undefined ? (['put-rotation-on'] as const) : []),
    ...(pending && pending.id !== current?.id ? (['put-ends-rotation'] as const) : []),
    ...(facts.login && label === undefined ? (['put-login-unchanged'] as const) : []),
    ...(holder ? (['put-label-moves'] as const) : []),
  ];
  return { possible: true, moves, warnings };
}
