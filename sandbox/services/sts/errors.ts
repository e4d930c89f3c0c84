import { AwsError, type Principal } from '../../operation.ts';

/** A parameter STS does not take. */
export const invalid = (message: string): AwsError => new AwsError('ValidationError', message);

/** A policy STS does not take. */
export const malformedPolicy = (message: string): AwsError =>
  new AwsError('MalformedPolicyDocument', message);

/** A token that is not one of the provider's, or not for us. */
export const invalidToken = (message: string): AwsError => new AwsError('InvalidIdentityToken', message);

/** A refusal. */
export const denied = (message: string): AwsError => new AwsError('AccessDenied', message, 403);

/** What STS says of a role one may not take, whether there is one or not. */
export const mayNotAssume = ({ arn }: Principal, action: string, resource: string): AwsError =>
  denied(`User: ${arn} is not authorized to perform: ${action} on resource: ${resource}`);
