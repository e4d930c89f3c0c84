import type { Call } from '../../operation.ts';
import { decrypt } from './encryption.ts';
import { alreadyExists, limitExceeded } from './errors.ts';
import { attach, CURRENT, requireLabelQuota } from './labels.ts';
import type { Secret, SecretValue, Version, Versions } from './state.ts';

const VERSIONS_PER_SECRET = 100;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether two values are the same form and the same bytes. */
function sameValue(one: SecretValue, other: SecretValue): boolean {
  if ('SecretString' in one) return 'SecretString' in other && one.SecretString === other.SecretString;
  return 'SecretBinary' in other && one.SecretBinary === other.SecretBinary;
}

/**
 * The version a token already made, if the call repeats it with the same value; a token that stands
 * for another value is refused. To compare them AWS decrypts the value it has.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html
 */
export function repeatedVersion(
  call: Call,
  secret: Secret,
  token: string,
  value: SecretValue,
): Version | undefined {
  const known = secret.content.versions.get(token);
  if (!known?.value) return undefined;
  decrypt(call, secret, known);
  if (sameValue(known.value, value)) return known;
  throw tokenInUse(secret, token);
}

/** The refusal of a token that already stands for something else. */
export function tokenInUse(secret: Secret, token: string): Error {
  return alreadyExists(
    `You can't use ClientRequestToken ${token} because that value is already in use for a version of secret ${secret.arn}.`,
  );
}

/**
 * The versions with one more, its labels moved to it. The first version of a secret always gets
 * AWSCURRENT. A version announced without a value keeps its place and receives the value.
 */
export function withVersion(versions: Versions, made: Version, labels: readonly string[]): Versions {
  const announced = versions.get(made.id);
  const room = announced ? versions : makeRoom(versions, made.createdDate);
  let next: Versions = new Map(room).set(made.id, { ...made, labels: announced?.labels ?? [] });
  // AWSCURRENT goes last, so that the AWSPREVIOUS it leaves behind has the last word.
  const wanted = new Set(versions.size === 0 ? [...labels, CURRENT] : labels);
  const current = wanted.delete(CURRENT) ? [CURRENT] : [];
  for (const label of [...wanted, ...current]) next = attach(next, label, made.id);
  requireLabelQuota(next);
  return next;
}

/**
 * Above 100 versions the oldest unlabelled ones go, but none younger than a day.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html
 */
function makeRoom(versions: Versions, now: Date): Versions {
  if (versions.size < VERSIONS_PER_SECRET) return versions;
  const kept = new Map(versions);
  for (const version of versions.values()) {
    if (kept.size < VERSIONS_PER_SECRET) break;
    const old = now.getTime() - version.createdDate.getTime() >= DAY_MS;
    if (old && version.labels.length === 0) kept.delete(version.id);
  }
  if (kept.size < VERSIONS_PER_SECRET) return kept;
  throw limitExceeded(`You can't have more than ${VERSIONS_PER_SECRET} versions of a secret.`);
}
