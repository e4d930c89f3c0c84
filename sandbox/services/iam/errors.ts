import type { PolicyKind } from '../../identity/check-statement.ts';
import { parsePolicy } from '../../identity/parse-policy.ts';
import { PolicyError } from '../../identity/policy-error.ts';
import { AwsError } from '../../operation.ts';

/** There is no such user, role or policy, e.g. `The role with name x`. */
export const noSuchEntity = (what: string): AwsError =>
  new AwsError('NoSuchEntity', `${what} cannot be found.`, 404);

/** There is one already, e.g. `Role with name x`. */
export const alreadyExists = (what: string): AwsError =>
  new AwsError('EntityAlreadyExists', `${what} already exists.`, 409);

/** Refuses a policy that cannot be read. */
export function checkPolicy(json: string, kind: PolicyKind): void {
  try {
    parsePolicy(json, kind);
  } catch (cause) {
    if (cause instanceof PolicyError) throw new AwsError('MalformedPolicyDocument', cause.message);
    throw cause;
  }
}
