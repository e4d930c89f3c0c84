import type { Json, Operation } from '../../operation.ts';
import { flag, readInput, required, text } from './fields.ts';
import { secretId } from './members.ts';
import { requireOwnAccess } from './own-access.ts';
import { requireNotPublic, requireWellFormed } from './policy-checks.ts';
import { change, openForChange } from './secrets.ts';
import type { Secret } from './state.ts';
import { present } from './wire.ts';

/** The text of a policy; its length is a quota. */
export const resourcePolicy = required(text({ min: 1, max: 20_480 }));

/**
 * GetResourcePolicy. On a replica it is refused with the writes, as emulators have it; AWS's answer is not
 * recorded.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetResourcePolicy.html
 */
export const getResourcePolicy: Operation = (input, call) => {
  const read = readInput(input, { SecretId: secretId });
  const secret = openForChange(call, read.SecretId);
  return present({ ...nameOf(secret), ResourcePolicy: secret.content.policy });
};

/**
 * PutResourcePolicy: the whole policy is replaced, unless the caller would be locked out by the new one.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutResourcePolicy.html
 */
export const putResourcePolicy: Operation = (input, call) => {
  const read = readInput(input, {
    SecretId: secretId,
    ResourcePolicy: resourcePolicy,
    BlockPublicPolicy: flag(),
  });
  const context = { 'secretsmanager:BlockPublicPolicy': read.BlockPublicPolicy };
  const secret = openForChange(call, read.SecretId, context);
  requireWellFormed(call, read.ResourcePolicy);
  if (read.BlockPublicPolicy) requireNotPublic(read.ResourcePolicy);
  const next = { policy: read.ResourcePolicy };
  requireOwnAccess(call, secret, next, { secretId: read.SecretId, context });
  change(call, secret, next);
  return nameOf(secret);
};

/**
 * DeleteResourcePolicy: also of a secret that has none.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteResourcePolicy.html
 */
export const deleteResourcePolicy: Operation = (input, call) => {
  const read = readInput(input, { SecretId: secretId });
  const secret = openForChange(call, read.SecretId);
  if (secret.content.policy !== undefined) change(call, secret, { policy: undefined });
  return nameOf(secret);
};

function nameOf(secret: Secret): Json {
  return { ARN: secret.arn, Name: secret.name };
}
