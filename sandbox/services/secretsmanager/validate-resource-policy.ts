import { isPublicPolicy } from '../../identity/public-policy.ts';
import type { Call, Operation } from '../../operation.ts';
import { readInput, text } from './fields.ts';
import { keepsOwnAccess } from './own-access.ts';
import { PUBLIC, requireWellFormed } from './policy-checks.ts';
import { resourcePolicy } from './resource-policy.ts';
import { openLive } from './secrets.ts';

/**
 * ValidateResourcePolicy: refuses wrong syntax, as emulators do, and looks for broad access and, where a secret
 * is named, for a caller who would be locked out. The names of AWS's checks and their sentences are not published.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ValidateResourcePolicy.html
 */
export const validateResourcePolicy: Operation = (input, call) => {
  const read = readInput(input, {
    SecretId: text({ min: 1, max: 2048 }),
    ResourcePolicy: resourcePolicy,
  });
  const errors = errorsIn(call, read.SecretId, read.ResourcePolicy);
  return {
    PolicyValidationPassed: errors.length === 0,
    ValidationErrors: errors.map(([CheckName, ErrorMessage]) => ({ CheckName, ErrorMessage })),
  };
};

function errorsIn(call: Call, id: string | undefined, policy: string): [string, string][] {
  const putting: Call = { ...call, operation: 'PutResourcePolicy' };
  if (id === undefined) {
    for (const operation of ['ValidateResourcePolicy', 'PutResourcePolicy']) {
      call.authorize({ action: `secretsmanager:${operation}`, resource: '*' });
    }
  }
  const secret = id === undefined ? undefined : openLive(call, id);
  // The right to validate comes with the right to put: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ValidateResourcePolicy.html
  if (id !== undefined) openLive(putting, id);
  requireWellFormed(call, policy, 'The resource policy has syntax errors.');
  const errors: [string, string][] = isPublicPolicy(policy) ? [['BROAD_ACCESS', PUBLIC]] : [];
  const kept =
    !secret || id === undefined || keepsOwnAccess(putting, secret, { policy }, { secretId: id, context: {} });
  if (!kept) errors.push(['LOCK_OUT', 'The resource policy would lock the caller out of the secret.']);
  return errors;
}
