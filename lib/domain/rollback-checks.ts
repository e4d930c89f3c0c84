import type { RollbackFacts } from './rollback-facts.ts';
import type { OpensNow } from './rotation/opens-now.ts';
import type { ReplicaReport } from './secret.ts';
import { holderOf, type SecretVersion } from './version.ts';

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

/** What metadata says for and against moving AWSCURRENT to `target`. */
export function checksOf(
  facts: RollbackFacts,
  current: SecretVersion,
  target: SecretVersion,
): readonly Check[] {
  return [
    { code: 'current-named', tone: 'ok', about: [current.id] },
    rotationCheck(facts, current, target),
    pendingCheck(facts.versions, current, target),
    ...keyCheck(current, target),
    ...keyDownCheck(facts.keysDown, target),
    replicaCheck(facts.replicas),
  ];
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

/** AWSPREVIOUS on it as well shows that it was AWSCURRENT, and the rotation that made it went through. */
export const isOpenRotation = ({ labels }: SecretVersion) =>
  labels.includes('AWSPENDING') && !labels.includes('AWSPREVIOUS');

/**
 * Put under a label of somebody's own after the current version, and not in force since. A version without any label
 * has lost one: then it is not known which.
 */
export function isStaged(
  { wereCurrent }: RollbackFacts,
  current: SecretVersion,
  target: SecretVersion,
): boolean {
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
