import { AwsError } from '../../operation.ts';

// The sentences below are AWS's own unless a comment says that none is recorded.

/** The request is understood but its parameters are refused. */
export const invalidParameter = (message: string) => new AwsError('InvalidParameterException', message);

/** The request is well formed but does not fit the state of the secret. */
export const invalidRequest = (message: string) => new AwsError('InvalidRequestException', message);

/** No secret, version or label of that name. */
export const notFound = (message: string) => new AwsError('ResourceNotFoundException', message);

/** A name or a token that is taken. */
export const alreadyExists = (message: string) => new AwsError('ResourceExistsException', message);

/** A quota of the secret is used up; the wording is not recorded. */
export const limitExceeded = (message: string) => new AwsError('LimitExceededException', message);

/** A page token that this service did not give, or gave for another question; wording not recorded. */
export const invalidNextToken = () =>
  new AwsError('InvalidNextTokenException', 'The NextToken value is invalid.');

/** What every operation says about a secret it cannot find. */
export const noSuchSecret = () => notFound("Secrets Manager can't find the specified secret.");

/** What operations say about a secret that waits for its deletion. */
export const markedForDeletion = () =>
  invalidRequest("You can't perform this operation on the secret because it was marked for deletion.");

/** The rule every service applies to its members: "Member must …" as the constraint template has it. */
export function validationError(faults: readonly string[]): AwsError {
  const count = `${faults.length} validation error${faults.length === 1 ? '' : 's'} detected`;
  return new AwsError('ValidationException', `${count}: ${faults.join('; ')}`);
}
