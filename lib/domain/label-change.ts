import type { LabelMove } from './rollback.ts';
import { holderOf, type SecretVersion } from './version.ts';

/** A change of one label by hand: put on a version, or taken off the one it is on. */
export interface LabelChange {
  readonly label: string;
  /** Null: taken off. */
  readonly to: string | null;
}

/** Why a label cannot be changed so. */
export type LabelRefusal =
  | 'name-missing'
  | 'moved-by-aws'
  | 'already-there'
  | 'not-there'
  | 'too-many-labels'
  | 'replica-region'
  | 'deletion-scheduled'
  | 'managed-by-service';

/** What a change of one label by hand does, or why it cannot be done. */
export type LabelPlan =
  | { readonly possible: false; readonly because: LabelRefusal }
  | {
      readonly possible: true;
      readonly move: LabelMove;
      /** The version that ends without any label, and may be purged once there are more than 100. */
      readonly unlabelled?: string;
      /**
       * AWSPENDING leaves a version other than the current one: if a rotation has set its password already, that
       * version is the only record of it.
       */
      readonly ends: 'rotation' | 'nothing';
      /**
       * AWSPENDING on a version other than the current one: AWS takes that for a rotation that has not finished, and
       * the next one goes on with this version.
       * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html
       */
      readonly opens: 'rotation' | 'nothing';
    };

/** What a label change is judged by: metadata only, each fact absent where it could not be read. */
export interface LabelFacts {
  readonly versions: readonly SecretVersion[];
  readonly replica?: boolean | undefined;
  readonly deleted?: string | undefined;
  readonly owningService?: string | undefined;
}

const MOST_LABELS = 20;

/**
 * What changing one label by hand does. AWSCURRENT is moved by a roll back, AWSPREVIOUS by AWS alone; AWSPENDING and
 * labels of one's own may go anywhere.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecretVersionStage.html
 */
export function planLabel(facts: LabelFacts, { label, to }: LabelChange): LabelPlan {
  const { versions } = facts;
  const refuse = (because: LabelRefusal): LabelPlan => ({ possible: false, because });
  if (facts.deleted) return refuse('deletion-scheduled');
  if (facts.owningService) return refuse('managed-by-service');
  if (facts.replica) return refuse('replica-region');
  if (label === '') return refuse('name-missing');
  if (label === 'AWSCURRENT' || label === 'AWSPREVIOUS') return refuse('moved-by-aws');
  const holder = holderOf(versions, label);
  if (to === null && !holder) return refuse('not-there');
  if (to !== null && holder?.id === to) return refuse('already-there');
  const count = new Set(versions.flatMap(({ labels }) => labels)).size;
  if (!holder && count >= MOST_LABELS) return refuse('too-many-labels');
  const current = holderOf(versions, 'AWSCURRENT');
  return {
    possible: true,
    move: { label, from: holder?.id ?? null, to },
    ...(holder?.labels.length === 1 ? { unlabelled: holder.id } : {}),
    ends: label === 'AWSPENDING' && holder && holder.id !== current?.id ? 'rotation' : 'nothing',
    opens: label === 'AWSPENDING' && to !== null && to !== current?.id ? 'rotation' : 'nothing',
  };
}
