import { AwsError, type Call } from '../../operation.ts';
import { disabled, pendingDeletion } from './errors.ts';
import { keyContext } from './find-key.ts';
import type { KmsKey } from './state.ts';

/** What Secrets Manager asks of a key for its caller. */
export type KeyWork = 'Decrypt' | 'Encrypt' | 'GenerateDataKey';

/** What a data key is bound to: one version of one secret. */
export interface EncryptionContext {
  readonly SecretARN: string;
  readonly SecretVersionId: string;
}

/** One call to KMS by Secrets Manager for its caller. */
export interface KeyJob {
  readonly work: KeyWork;
  readonly key: KmsKey;
  /** How the key is named in the request: its ARN, or the alias of the AWS managed key. */
  readonly named: string;
  readonly context: EncryptionContext;
}

/**
 * Uses a key as the caller, through Secrets Manager: their own rights and the key's policy decide, then
 * the state of the key. CloudTrail hears of it either way. Answers KMS's refusal, or undefined when it works.
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
export function applyKey(call: Call, job: KeyJob): AwsError | undefined {
  const { key, work } = job;
  const refusal = refusalOf(call, job);
  call.state.trail.tell({
    kind: 'behalf',
    at: call.now,
    region: key.region,
    principal: call.principal,
    caller: call.caller,
    service: 'kms',
    by: 'secretsmanager',
    operation: work,
    readOnly: true,
    requestParameters: parametersOf(job),
    resources: [{ arn: key.arn, account: key.account, type: 'AWS::KMS::Key' }],
    ...(refusal && { failure: { code: refusal.code, message: refusal.message } }),
  });
  return refusal;
}

/** Why a key in this state neither encrypts nor decrypts; undefined when it does. */
export function stateRefusal(key: KmsKey): AwsError | undefined {
  if (key.state === 'PendingDeletion') return pendingDeletion(key);
  return key.state === 'Disabled' ? disabled(key) : undefined;
}

function refusalOf(call: Call, { key, work, context }: KeyJob): AwsError | undefined {
  const action = `kms:${work}`;
  const allowed = call.allows({
    action,
    resource: key.arn,
    context: {
      ...keyContext(call, key),
      'aws:RequestedRegion': key.region,
      'kms:ViaService': `secretsmanager.${key.region}.amazonaws.com`,
      'kms:EncryptionContext:SecretARN': context.SecretARN,
      'kms:EncryptionContext:SecretVersionId': context.SecretVersionId,
    },
    attached: { kind: 'key', account: key.account, policy: key.policy },
  });
  if (allowed) return stateRefusal(key);
  return new AwsError(
    'AccessDeniedException',
    `User: ${call.principal.arn} is not authorized to perform: ${action} on resource: ${key.arn}`,
  );
}

// The parameters of the user guide's examples:
// https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html#security-encryption-logs
function parametersOf({ work, named, context }: KeyJob) {
  const encryptionContext = { ...context };
  if (work === 'Decrypt') return { encryptionAlgorithm: 'SYMMETRIC_DEFAULT', encryptionContext };
  if (work === 'Encrypt')
    return { keyId: named, encryptionAlgorithm: 'SYMMETRIC_DEFAULT', encryptionContext };
  return { keyId: named, keySpec: 'AES_256', encryptionContext };
}
