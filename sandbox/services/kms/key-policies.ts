import { parsePolicy } from '../../identity/parse-policy.ts';
import { PolicyError } from '../../identity/policy-error.ts';
import type { Call, Operation } from '../../operation.ts';
import { flag, readInput, required, text } from '../secretsmanager/fields.ts';
import { malformedPolicy, notFound } from './errors.ts';
import { keyContext, openKeyById } from './find-key.ts';
import { requireCustomerKey } from './key-states.ts';
import { keyId, policyText } from './members.ts';
import type { KmsKey } from './state.ts';

const LONGEST = 32_768;
const policyName = text({ min: 1, max: 128, pattern: /^[\w]+$/ });

/** GetKeyPolicy: https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyPolicy.html */
export const getKeyPolicy: Operation = (input, call) => {
  const read = readInput(input, { KeyId: keyId, PolicyName: policyName });
  const key = openKeyById(call, read.KeyId);
  requireDefault(read.PolicyName);
  return { Policy: key.policy, PolicyName: 'default' };
};

/** PutKeyPolicy: https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html */
export const putKeyPolicy: Operation = (input, call) => {
  const read = readInput(input, {
    KeyId: keyId,
    PolicyName: policyName,
    Policy: required(policyText),
    BypassPolicyLockoutSafetyCheck: flag(),
  });
  const key = openKeyById(call, read.KeyId);
  requireCustomerKey(call, key);
  requireDefault(read.PolicyName);
  requirePolicy(read.Policy);
  if (!read.BypassPolicyLockoutSafetyCheck) requireSafePolicy(call, key, read.Policy);
  key.policy = read.Policy;
  return {};
};

/**
 * A policy must leave its author able to change it again.
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html
 */
export function requireSafePolicy(call: Call, key: KmsKey, policy: string): void {
  requirePolicy(policy);
  const again = call.allows({
    action: 'kms:PutKeyPolicy',
    resource: key.arn,
    context: keyContext(call, key),
    attached: { kind: 'key', account: key.account, policy },
  });
  if (again) return;
  throw malformedPolicy('The new key policy will not allow you to update the key policy in the future.');
}

/** Every key has the one policy named `default`; the sentence for another name is not recorded. */
function requireDefault(name: string | undefined): void {
  if (name !== undefined && name !== 'default') throw notFound('No such policy exists');
}

function requirePolicy(policy: string): void {
  if (policy.length > LONGEST) throw malformedPolicy(`The policy is longer than ${LONGEST} characters.`);
  try {
    parsePolicy(policy);
  } catch (cause) {
    if (!(cause instanceof PolicyError)) throw cause;
    throw malformedPolicy(cause.message);
  }
}
