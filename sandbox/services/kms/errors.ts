import { AwsError, type Call } from '../../operation.ts';
import type { KmsKey } from './state.ts';

// Sentences are recorded ones (localstack's snapshots of AWS) unless a comment says that none is.

/** No key or alias of that name. */
export const notFound = (message: string) => new AwsError('NotFoundException', message);

/** A member that is well formed but not acceptable. */
export const invalid = (message: string) => new AwsError('ValidationException', message);

/** A key that waits for its deletion refuses nearly everything. */
export const pendingDeletion = (key: KmsKey) =>
  new AwsError('KMSInvalidStateException', `${key.arn} is pending deletion.`);

/** A disabled key refuses to encrypt and to decrypt. */
export const disabled = (key: KmsKey) => new AwsError('DisabledException', `${key.arn} is disabled.`);

/** A policy text that is none; the wording is not recorded. */
export const malformedPolicy = (message: string) => new AwsError('MalformedPolicyDocumentException', message);

/** What a stranger hears of another account's key, whether it exists or not. */
export const notForYou = (call: Call) =>
  new AwsError(
    'AccessDeniedException',
    `User: ${call.principal.arn} is not authorized to perform: kms:${call.operation} on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
  );
