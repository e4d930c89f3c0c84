import type { OpensNow } from './rotation/opens-now.ts';
import type { ReplicaReport } from './secret.ts';
import { holderOf, holdsValue, type SecretVersion, sortLabels } from './version.ts';

/** What a rollback is judged by: metadata only, each fact absent where it could not be read. */
export interface RollbackFacts {
  readonly versions: readonly SecretVersion[];
  /** The version AWSCURRENT shall move to. */
  readonly target: string;
  readonly replica?: boolean | undefined;
  readonly deleted?: string | undefined;
  readonly owningService?: string | undefined;
  readonly rotationEnabled?: boolean | undefined;
  /** ISO instant of the last rotation that ended well. */
  readonly lastRotated?: string | undefined;
  readonly replicas?: readonly ReplicaReport[] | undefined;
  /** Versions that held AWSCURRENT while somebody looked, and so hold a value. */
  readonly proven?: readonly string[] | undefined;
  /** Versions known to have been AWSCURRENT, by receipts or CloudTrail. */
  readonly wereCurrent?: readonly string[] | undefined;
  /** What rotations prove of the target's password; absent: nothing was asked of them. */
  readonly opens?: OpensNow['because'] | undefined;
  /** KMS keys that cannot be used now, as versions name them. */
  readonly keysDown?: readonly string[] | undefined;
}

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

/** One thing metadata proves, or warns of because it does or cannot be read; a `warn` must be ticked first. */
export interface Check {
  readonly code:
    | 'current-named'
    | 'rotation-off'
    | 'rotation-on'
    | 'rotation-ran'
    | 'rotation-unknown'
    | 'password-dead'
    | 'password-unsure'
    | 'password-other-user'
    | 'staged-untested'
    | 'no-pending'
    | 'pending-elsewhere'
    | 'pending-left'
    | 'pending-is-target'
    | 'key-same'
    | 'key-differs'
    | 'key-down'
    | 'replicas-none'
    | 'replicas-follow'
    | 'replicas-failing'
    | 'replicas-unknown';
  readonly tone: 'ok' | 'warn';
  /** Version ids or regions the sentence names. */
  readonly about: readonly string[];
}

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
    checks: [
      { code: 'current-named', tone: 'ok', about: [current.id] },
      rotationCheck(facts, current, target),
      pendingCheck(versions, current, target),
      ...keyCheck(current, target),
      ...keyDownCheck(facts.keysDown, target),
      replicaCheck(facts.replicas),
    ],
  };
}

// What rotations prove of an older password; of the rest the metadata has the word.
const PROVEN: { readonly [B in OpensNow['because']]?: Check['code'] } = {
  'rotated-since': 'password-dead',
  'set-and-stopped': 'password-dead',
  'kind-unknown': 'password-unsure',
  'other-user': 'password-other-user',
};

// A label move changes what clients are given, not the password at the database.
function rotationCheck(facts: RollbackFacts, current: SecretVersion, aim: SecretVersion): Check {
  const { rotationEnabled, lastRotated, target } = facts;
  // It is not older than the current one: what matters is that nobody was ever given it.
  if (isStaged(facts, current, aim)) return { code: 'staged-untested', tone: 'warn', about: [target] };
  const truth = PROVEN[facts.opens ?? 'not-rotated'];
  if (truth) return { code: truth, tone: truth === 'password-other-user' ? 'ok' : 'warn', about: [target] };
  // What could not be read asks as much of the operator as what is bad.
  if (rotationEnabled === undefined) return { code: 'rotation-unknown', tone: 'warn', about: [] };
  if (rotationEnabled) return { code: 'rotation-on', tone: 'warn', about: [target] };
  return lastRotated !== undefined || current.labels.includes('AWSPENDING')
    ? { code: 'rotation-ran', tone: 'warn', about: [target] }
    : { code: 'rotation-off', tone: 'ok', about: [] };
}

// AWSPREVIOUS on it as well shows that it was AWSCURRENT, and the rotation that made it went through.
const isOpenRotation = ({ labels }: SecretVersion) =>
  labels.includes('AWSPENDING') && !labels.includes('AWSPREVIOUS');

// Put under a label of somebody's own after the current version, and not in force since. A version without any label
// has lost one: then it is not known which.
function isStaged({ wereCurrent }: RollbackFacts, current: SecretVersion, target: SecretVersion): boolean {
  const own = target.labels.length > 0 && !target.labels.some((label) => label.startsWith('AWS'));
  return (
    own &&
    !wereCurrent?.includes(target.id) &&
    target.created !== undefined &&
    current.created !== undefined &&
    target.created > current.created
  );
}

function pendingCheck(
  versions: readonly SecretVersion[],
  current: SecretVersion,
  target: SecretVersion,
): Check {
  const pending = holderOf(versions, 'AWSPENDING');
  if (isOpenRotation(target)) return { code: 'pending-is-target', tone: 'warn', about: [target.id] };
  if (!pending || pending.id === target.id) return { code: 'no-pending', tone: 'ok', about: [] };
  // On the AWSCURRENT version AWSPENDING is what a finished rotation leaves behind; it stays there when AWSCURRENT
  // goes, and RotateSecret then takes the rotation for unfinished.
  // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html
  return pending.id === current.id
    ? { code: 'pending-left', tone: 'warn', about: [pending.id] }
    : { code: 'pending-elsewhere', tone: 'warn', about: [pending.id] };
}

function keyCheck(current: SecretVersion, target: SecretVersion): Check[] {
  if (!current.kmsKeyIds || !target.kmsKeyIds) return [];
  const missing = target.kmsKeyIds.filter((key) => !current.kmsKeyIds?.includes(key));
  return missing.length === 0
    ? [{ code: 'key-same', tone: 'ok', about: [] }]
    : [{ code: 'key-differs', tone: 'warn', about: missing }];
}

// Moving the label needs no key and would succeed; reading what it then points to would not.
// https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
function keyDownCheck(down: readonly string[] | undefined, target: SecretVersion): Check[] {
  const keys = target.kmsKeyIds?.filter((key) => down?.includes(key)) ?? [];
  return keys.length === 0 ? [] : [{ code: 'key-down', tone: 'warn', about: keys }];
}

function replicaCheck(replicas: readonly ReplicaReport[] | undefined): Check {
  if (!replicas) return { code: 'replicas-unknown', tone: 'warn', about: [] };
  if (replicas.length === 0) return { code: 'replicas-none', tone: 'ok', about: [] };
  const failing = replicas.filter((replica) => replica.status === 'Failed');
  return failing.length > 0
    ? { code: 'replicas-failing', tone: 'warn', about: failing.map((replica) => replica.region) }
    : { code: 'replicas-follow', tone: 'ok', about: replicas.map((replica) => replica.region) };
}
