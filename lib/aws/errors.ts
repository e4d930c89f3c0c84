import 'server-only';
import type * as Sdk from '@aws-sdk/client-secrets-manager';
import { type Problem, type ProblemCode, ProblemError, problemOf } from '@/lib/contract/problem';
import type { Subject } from './subject';

/** The faults the SDK models, read from its types: a thirteenth fails to compile below. */
type Fault = {
  [K in keyof typeof Sdk]: (typeof Sdk)[K] extends abstract new (
    ...args: never
  ) => Sdk.SecretsManagerServiceException
    ? K extends 'SecretsManagerServiceException'
      ? never
      : K
    : never;
}[keyof typeof Sdk];

const modelled = {
  DecryptionFailure: 'kms-refused',
  EncryptionFailure: 'kms-refused',
  InternalServiceError: 'aws-unavailable',
  InvalidNextTokenException: 'page-expired',
  InvalidParameterException: 'input-invalid',
  InvalidRequestException: 'state-refused',
  LimitExceededException: 'quota-reached',
  MalformedPolicyDocumentException: 'policy-rejected',
  PreconditionNotMetException: 'input-invalid',
  PublicPolicyException: 'policy-rejected',
  ResourceExistsException: 'secret-exists',
  ResourceNotFoundException: 'secret-not-found',
} as const satisfies Record<Fault, ProblemCode>;

// Faults every AWS service may answer, modelled by none of them.
// https://docs.aws.amazon.com/secretsmanager/latest/apireference/CommonErrors.html
const common: Record<string, ProblemCode> = {
  AccessDenied: 'access-denied',
  AccessDeniedException: 'access-denied',
  NotAuthorized: 'access-denied',
  OptInRequired: 'access-denied',
  ExpiredToken: 'sign-in-expired',
  ExpiredTokenException: 'sign-in-expired',
  // IAM Identity Center's words for a token that has ended, and for a role that is not (or no longer) assigned.
  UnauthorizedException: 'sign-in-expired',
  ForbiddenException: 'access-denied',
  // What a region says that the account has not enabled, as well as every region once a key is deactivated: it
  // does not end the sign-in (decision 011).
  // STS about a token of an identity provider.
  IDPCommunicationError: 'aws-unavailable',
  IDPRejectedClaim: 'credentials-refused',
  InvalidIdentityToken: 'credentials-refused',
  IncompleteSignature: 'credentials-refused',
  IncompleteSignatureException: 'credentials-refused',
  InvalidClientTokenId: 'credentials-refused',
  InvalidSignatureException: 'credentials-refused',
  MissingAuthenticationToken: 'credentials-refused',
  MissingAuthenticationTokenException: 'credentials-refused',
  RequestExpired: 'credentials-refused',
  SignatureDoesNotMatch: 'credentials-refused',
  UnrecognizedClientException: 'credentials-refused',
  // IAM's word for a role or user that is not there.
  NoSuchEntity: 'input-invalid',
  NoSuchEntityException: 'input-invalid',
  // KMS's own word for a key or alias that is not there.
  NotFoundException: 'key-not-found',
  RequestLimitExceeded: 'throttled',
  Throttling: 'throttled',
  ThrottlingException: 'throttled',
  TooManyRequestsException: 'throttled',
  InternalFailure: 'aws-unavailable',
  ServiceUnavailable: 'aws-unavailable',
  ServiceUnavailableException: 'aws-unavailable',
  ValidationError: 'input-invalid',
  ValidationException: 'input-invalid',
};

const codes = new Map<string, ProblemCode>([...Object.entries(common), ...Object.entries(modelled)]);

/** Whether an AWS call was refused because there were too many. */
export const isThrottling = (cause: unknown): boolean =>
  cause instanceof Error && codes.get(cause.name) === 'throttled';

interface Refused {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string };
}

/** Turns whatever an AWS call threw into one problem of the closed list; the only place that knows AWS's names. */
export function toAwsProblem(cause: unknown, subject: Subject, timedOut = false): ProblemError {
  if (cause instanceof ProblemError) return cause;
  const about = {
    region: subject.region,
    operation: subject.action.split(':')[1] ?? subject.action,
    ...(subject.resource ? { resource: subject.resource } : {}),
  };
  if (!(cause instanceof Error)) return new ProblemError(problemOf('unexpected', about));
  const refused: Refused = cause;
  const status = refused.$metadata?.httpStatusCode;
  // Without a status AWS has not answered: a read failed, a write may have happened all the same.
  if (status === undefined || timedOut) return new ProblemError(noAnswer(refused, subject, about, timedOut));
  const requestId = refused.$metadata?.requestId;
  const code = codes.get(refused.name) ?? (status >= 500 ? 'aws-unavailable' : 'unexpected');
  return new ProblemError(
    problemOf(code === 'aws-unavailable' && subject.write ? 'answer-lost' : code, {
      ...about,
      detail: refused.message.slice(0, 1_000),
      ...(requestId ? { requestId } : {}),
      ...(code === 'access-denied' ? deniedParts(refused.message, subject) : {}),
    }),
  );
}

// These happen before a byte is sent, so a write that met one did not happen.
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

function noAnswer(refused: Refused, subject: Subject, about: Partial<Problem>, timedOut: boolean): Problem {
  const unsent = NEVER_SENT.has(refused.code ?? '');
  const detail = timedOut
    ? `No answer within ${subject.write ? 15 : 8} seconds.`
    : unsent
      ? 'The AWS endpoint cannot be reached.'
      : 'The connection ended before AWS answered.';
  return problemOf(subject.write && !unsent ? 'answer-lost' : 'aws-unavailable', { ...about, detail });
}

/**
 * The action and resource an AccessDenied sentence names: the one prose of AWS that is parsed.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
function deniedParts(message: string, subject: Subject): Pick<Problem, 'action' | 'resource'> {
  // What KMS refused Secrets Manager is refused without a name. The key is not the secret that was asked for.
  if (/^Access to KMS is not allowed/i.test(message)) {
    return { action: subject.action.endsWith(':GetSecretValue') ? 'kms:Decrypt' : 'kms:GenerateDataKey' };
  }
  const action = /is not authorized to perform: ([\w-]+:\w+)/.exec(message)?.[1] ?? subject.action;
  const resource = / on resource: (\S+)/.exec(message)?.[1] ?? subject.resource;
  return resource ? { action, resource } : { action };
}
