import { AwsError, type Call } from '../../operation.ts';
import { applyKey, type KeyWork, stateRefusal } from '../kms/apply-key.ts';
import { keyByArn } from '../kms/find-key.ts';
import { isSymmetric, jobFor, keyOf } from './encryption.ts';
import type { Content, Secret } from './state.ts';

// Titles of the troubleshooting page; what StatusMessage says on AWS is not recorded.
// https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets_troubleshoot.html
const NO_RIGHTS = 'No permissions available on the KMS key to complete the replication';
const NO_KEY = 'The KMS key is disabled or not found';

/** The key a replica is encrypted with, by ARN, or why there will be none, as ReplicationStatus says it. */
export type ReplicaKey = { readonly key: string } | { readonly failure: string };

/**
 * Re-encrypts all versions of a primary for a replica: decrypts each in the primary's region, and encrypts it
 * with the replica's key in the other. A key that does not exist is no refusal of the call, the replica fails
 * (aws-cloudformation/cloudformation-coverage-roadmap issue 1459).
 */
export function keyForReplica(call: Call, primary: Secret, replica: ReplicaPlace): ReplicaKey {
  try {
    const key = keyOf(call, replica);
    if (!isSymmetric(key)) return { failure: NO_KEY };
    const versions = [...primary.content.versions.values()].filter(({ value }) => value);
    for (const version of versions) {
      const old = keyByArn(call, version.keys?.[0] ?? '');
      if (!old) return { failure: NO_KEY };
      const refusal = applyKey(call, jobFor(primary, old, 'Decrypt', version.id));
      if (refusal) return { failure: failureOf(refusal) };
    }
    // A secret without a value only tries the key out.
    const ids = versions.length > 0 ? versions.map(({ id }) => id) : ['RequestToValidateKeyAccess'];
    for (const id of ids) {
      for (const work of ['GenerateDataKey', 'Encrypt'] satisfies KeyWork[]) {
        const refusal = applyKey(call, jobFor(replica, key, work, id));
        if (refusal) return { failure: failureOf(refusal) };
      }
    }
    return { key: key.arn };
  } catch (cause) {
    if (cause instanceof AwsError && cause.code === 'NotFoundException') return { failure: NO_KEY };
    throw cause;
  }
}

/** Where a replica is or will be, and the key its owner wants for it. */
export type ReplicaPlace = Pick<Secret, 'arn' | 'region' | 'kmsKeyId'>;

/** Why a replica cannot take a change just now; undefined when it can. */
export function replicaKeyFailure(call: Call, arn: string): string | undefined {
  const key = keyByArn(call, arn);
  return key && !stateRefusal(key) ? undefined : NO_KEY;
}

/** A primary's content as a replica holds it: every value under the replica's own key. */
export function underKey(content: Content, key: string): Content {
  const versions = new Map(
    [...content.versions].map(([id, version]) => [id, version.value ? { ...version, keys: [key] } : version]),
  );
  return { ...content, versions };
}

function failureOf(refusal: AwsError): string {
  return refusal.code === 'AccessDeniedException' ? NO_RIGHTS : NO_KEY;
}
