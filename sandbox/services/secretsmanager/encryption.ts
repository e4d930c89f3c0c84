import { AwsError, type Call } from '../../operation.ts';
import { applyKey, type KeyWork } from '../kms/apply-key.ts';
import { findKey, keyByArn } from '../kms/find-key.ts';
import { MANAGED_ALIAS, managedKey } from '../kms/make-key.ts';
import type { KmsKey } from '../kms/state.ts';
import { parseArn } from './arn.ts';
import { invalidParameter, invalidRequest } from './errors.ts';
import { CURRENT, PENDING, PREVIOUS } from './labels.ts';
import type { Secret, Version, Versions } from './state.ts';

// Which operation asks KMS for what:
// https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html

/** A secret as far as its encryption is concerned: whose it is, where, and the key its owner chose. */
export type Encrypted = Pick<Secret, 'arn' | 'region' | 'kmsKeyId'>;

/** Stands for the version in the requests that only try out a key. */
const TRIAL = 'RequestToValidateKeyAccess';

/**
 * The KmsKeyId a secret keeps of the one a caller gives: as given, or undefined for the default key, which
 * DescribeSecret does not show. The key must exist, be a symmetric one, and the caller may use it.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecret.html
 */
export function chooseKey(call: Call, secret: Encrypted): string | undefined {
  const key = chosenKey(call, secret);
  requireSymmetric(key);
  for (const work of ['GenerateDataKey', 'Decrypt'] as const) demand(call, secret, key, work, TRIAL);
  return key.manager === 'AWS' ? undefined : secret.kmsKeyId;
}

/** Encrypts a new value with the secret's key; answers the keys the version keeps. */
export function encrypt(call: Call, secret: Encrypted, versionId: string): readonly string[] {
  const key = currentKey(call, secret);
  demand(call, secret, key, 'GenerateDataKey', versionId);
  return [key.arn];
}

/** Decrypts a version with the newest of its keys that works, or refuses as Secrets Manager does. */
export function decrypt(call: Call, secret: Encrypted, version: Version): void {
  const refusals: AwsError[] = [];
  for (const arn of version.keys ?? []) {
    const key = keyByArn(call, arn);
    if (key) requireShared(call, key);
    const refusal = key ? applyKey(call, jobFor(secret, key, 'Decrypt', version.id)) : goneKey(arn);
    if (!refusal) return;
    refusals.push(refusal);
  }
  if (refusals[0]) throw refused('Decrypt', refusals[0]);
}

/**
 * The versions Secrets Manager itself labels, readable with the secret's new key as well as with those they
 * had. A version the caller may not decrypt, or not encrypt anew, stays as it is, without an error.
 */
export function reencrypt(call: Call, secret: Encrypted, versions: Versions): Versions {
  const own = new Set([CURRENT, PREVIOUS, PENDING]);
  const key = currentKey(call, secret);
  return new Map(
    [...versions].map(([id, version]) => {
      const { keys = [], labels, value } = version;
      if (!value || keys.includes(key.arn) || !labels.some((label) => own.has(label))) return [id, version];
      const works = (work: KeyWork, by: KmsKey) => !applyKey(call, jobFor(secret, by, work, id));
      const old = keyByArn(call, keys[0] ?? '');
      const done = old && works('Decrypt', old) && works('Encrypt', key);
      return [id, done ? { ...version, keys: [key.arn, ...keys] } : version];
    }),
  );
}

/** The KmsKeyIds of a version. On AWS only the name of the default key is recorded; others show as ARNs. */
export function shownKeys(call: Call, secret: Encrypted, version: Version): readonly string[] {
  const keys = version.keys ?? [secret.kmsKeyId ?? ''];
  return keys.map((arn) =>
    arn === '' || keyByArn(call, arn)?.manager === 'AWS' ? 'DefaultEncryptionKey' : arn,
  );
}

/** The account a secret belongs to. */
export function accountOf(secret: Pick<Secret, 'arn'>): string {
  return parseArn(secret.arn)?.account ?? '';
}

/**
 * The key a caller names, or InvalidParameterException around KMS's own sentence: recorded with "Invalid
 * keyId" (terraform-provider-aws 13303) and "Invalid arn <region>".
 */
function chosenKey(call: Call, secret: Encrypted): KmsKey {
  try {
    return keyOf(call, secret);
  } catch (cause) {
    if (!(cause instanceof AwsError) || cause.code !== 'NotFoundException') throw cause;
    throw invalidParameter(`The operation failed because of an invalid KMS key: ${cause.message}`);
  }
}

/** The key a secret has; one that has gone since it was chosen can encrypt nothing. */
function currentKey(call: Call, secret: Encrypted): KmsKey {
  try {
    return keyOf(call, secret);
  } catch (cause) {
    if (!(cause instanceof AwsError) || cause.code !== 'NotFoundException') throw cause;
    throw refused('GenerateDataKey', cause);
  }
}

/** The key a secret names now, in its own account and region. */
export function keyOf(call: Call, secret: Encrypted): KmsKey {
  const place = { account: accountOf(secret), region: secret.region };
  const key = secret.kmsKeyId ? findKey(call, place, secret.kmsKeyId) : managedKey(call, place);
  requireShared(call, key);
  return key;
}

/** Whether Secrets Manager can work with a key of this kind. */
export function isSymmetric(key: KmsKey): boolean {
  return key.spec === 'SYMMETRIC_DEFAULT';
}

function requireSymmetric(key: KmsKey): void {
  if (!isSymmetric(key)) throw invalidParameter('Cannot generate a data key with an asymmetric KMS key');
}

/** The default key is for the callers of its own account. */
function requireShared(call: Call, key: KmsKey): void {
  if (key.manager !== 'AWS' || key.account === call.principal.account) return;
  throw invalidRequest(
    "You can't access a secret from a different AWS account if you encrypt the secret with the default KMS service key.",
  );
}

function demand(call: Call, secret: Encrypted, key: KmsKey, work: KeyWork, versionId: string): void {
  const refusal = applyKey(call, jobFor(secret, key, work, versionId));
  if (refusal) throw refused(work, refusal);
}

/** A job for a key: one version of a secret. */
export function jobFor(secret: Pick<Secret, 'arn'>, key: KmsKey, work: KeyWork, versionId: string) {
  return {
    work,
    key,
    named: key.manager === 'AWS' ? MANAGED_ALIAS : key.arn,
    context: { SecretARN: secret.arn, SecretVersionId: versionId },
  };
}

function goneKey(arn: string): AwsError {
  return new AwsError('NotFoundException', `Key '${arn}' does not exist`);
}

/**
 * KMS's refusal as Secrets Manager passes it on. The texts of the two failures are those the API reference
 * explains them with; what AWS writes is not recorded.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html#API_GetSecretValue_Errors
 */
function refused(work: KeyWork, refusal: AwsError): AwsError {
  if (refusal.code === 'AccessDeniedException') {
    return new AwsError('AccessDeniedException', 'Access to KMS is not allowed');
  }
  if (work === 'Decrypt') {
    return new AwsError(
      'DecryptionFailure',
      "Secrets Manager can't decrypt the protected secret text using the provided KMS key.",
    );
  }
  return new AwsError(
    'EncryptionFailure',
    "Secrets Manager can't encrypt the protected secret text using the provided KMS key. Check that the KMS key is available, enabled, and not in an invalid state.",
  );
}
