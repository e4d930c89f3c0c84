import { AwsError } from '../operation.ts';
import type { Protocol } from '../services/service.ts';

/** The refusals every AWS service knows, before or around its own operations. */
export type Refusal =
  | 'missing-credentials'
  | 'incomplete-signature'
  | 'unknown-key'
  | 'wrong-signature'
  | 'expired-token'
  | 'access-denied'
  | 'throttled'
  | 'internal';

type Spelling = Readonly<Record<Refusal, readonly [code: string, status: number]>>;

// One meaning, three spellings: https://docs.aws.amazon.com/secretsmanager/latest/apireference/CommonErrors.html,
// https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html and
// https://docs.aws.amazon.com/accounts/latest/reference/CommonErrors.html
const awsJson: Spelling = {
  'missing-credentials': ['MissingAuthenticationTokenException', 400],
  'incomplete-signature': ['IncompleteSignatureException', 400],
  'unknown-key': ['UnrecognizedClientException', 400],
  'wrong-signature': ['InvalidSignatureException', 400],
  'expired-token': ['ExpiredTokenException', 400],
  'access-denied': ['AccessDeniedException', 400],
  throttled: ['ThrottlingException', 400],
  internal: ['InternalServiceError', 500],
};

const restJson: Spelling = {
  'missing-credentials': ['MissingAuthenticationTokenException', 403],
  'incomplete-signature': ['IncompleteSignatureException', 403],
  'unknown-key': ['UnrecognizedClientException', 403],
  'wrong-signature': ['InvalidSignatureException', 403],
  'expired-token': ['ExpiredTokenException', 403],
  'access-denied': ['AccessDeniedException', 403],
  throttled: ['TooManyRequestsException', 429],
  internal: ['InternalServerException', 500],
};

const query: Spelling = {
  'missing-credentials': ['MissingAuthenticationToken', 403],
  'incomplete-signature': ['IncompleteSignature', 400],
  'unknown-key': ['InvalidClientTokenId', 403],
  'wrong-signature': ['SignatureDoesNotMatch', 403],
  'expired-token': ['ExpiredToken', 403],
  'access-denied': ['AccessDenied', 403],
  throttled: ['Throttling', 400],
  internal: ['InternalFailure', 500],
};

const spellings: Readonly<Record<Protocol, Spelling>> = { awsJson, restJson, query };

/** A refusal as a service of the given protocol spells it. */
export function refuse(protocol: Protocol, refusal: Refusal, message: string): AwsError {
  const [code, status] = spellings[protocol][refusal];
  return new AwsError(code, message, status);
}

/** What AWS says of a key it does not know, and of any key in a region the account has not enabled. */
export function unknownKey(protocol: Protocol): AwsError {
  return refuse(protocol, 'unknown-key', 'The security token included in the request is invalid.');
}

/** What AWS says when it has failed itself. */
export function internalError(protocol: Protocol): AwsError {
  return refuse(protocol, 'internal', 'An error occurred on the server side.');
}
