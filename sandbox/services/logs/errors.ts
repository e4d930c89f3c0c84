import { AwsError } from '../../operation.ts';

// The sentences are AWS's own, recorded from accounts, unless a comment says that none is recorded.

/** Parameters that are refused, alone or together. */
export const invalidParameter = (message: string) => new AwsError('InvalidParameterException', message);

/** No group, stream or query of that name. */
export const notFound = (message: string) => new AwsError('ResourceNotFoundException', message);

/** A name that is taken. */
export const alreadyExists = (what: 'log group' | 'log stream') =>
  new AwsError('ResourceAlreadyExistsException', `The specified ${what} already exists`);

/** What operations say about a group they cannot find. */
export const noSuchGroup = () => notFound('The specified log group does not exist.');

/** What operations say about a stream they cannot find. */
export const noSuchStream = () => notFound('The specified log stream does not exist.');

/** A page token this operation did not give, gave for another question, or gave too long ago. */
export const invalidToken = () => invalidParameter('The specified nextToken is invalid.');

/** A query that cannot be understood or that asks about a time out of reach. */
export const malformedQuery = (message: string) => new AwsError('MalformedQueryException', message);

/** The constraint template as this service answers it. */
export function constraintError(faults: readonly string[]): AwsError {
  const count = `${faults.length} validation error${faults.length === 1 ? '' : 's'} detected`;
  return invalidParameter(`${count}: ${faults.join('; ')}`);
}
