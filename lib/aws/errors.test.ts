import { describe, expect, test } from 'vitest';
import { type ProblemCode, ProblemError, problemOf } from '@/lib/contract/problem';
import { toAwsProblem } from './errors';

const read = { action: 'secretsmanager:ListSecrets', region: 'us-east-1' };
const write = {
  action: 'secretsmanager:UpdateSecretVersionStage',
  region: 'us-east-1',
  resource: 'arn-1',
  write: true,
};
const refusal = (name: string, httpStatusCode?: number, message = 'a sentence of AWS') =>
  Object.assign(new Error(message), {
    name,
    $metadata: { ...(httpStatusCode ? { httpStatusCode } : {}), requestId: 'r-1' },
  });

// Legend: fault, HTTP status, problem of a read, problem of a write where it differs: once AWS has failed by
// itself, or has not answered, nobody knows whether a write happened.
test.each<[string, number, ProblemCode, ProblemCode?]>([
  // Modelled by the SDK: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecretVersionStage.html
  ['DecryptionFailure', 400, 'kms-refused'],
  ['EncryptionFailure', 400, 'kms-refused'],
  ['InternalServiceError', 500, 'aws-unavailable', 'answer-lost'],
  ['InvalidNextTokenException', 400, 'page-expired'],
  ['InvalidParameterException', 400, 'input-invalid'],
  ['InvalidRequestException', 400, 'state-refused'],
  ['LimitExceededException', 400, 'quota-reached'],
  ['MalformedPolicyDocumentException', 400, 'policy-rejected'],
  ['PreconditionNotMetException', 400, 'input-invalid'],
  ['PublicPolicyException', 400, 'policy-rejected'],
  ['ResourceExistsException', 400, 'secret-exists'],
  ['ResourceNotFoundException', 400, 'secret-not-found'],
  // https://docs.aws.amazon.com/secretsmanager/latest/apireference/CommonErrors.html, and what callers see besides.
  ['AccessDeniedException', 400, 'access-denied'],
  ['AccessDenied', 403, 'access-denied'],
  ['NotAuthorized', 400, 'access-denied'],
  ['OptInRequired', 403, 'access-denied'],
  ['ExpiredTokenException', 400, 'sign-in-expired'],
  ['ExpiredToken', 403, 'sign-in-expired'],
  ['RequestExpired', 400, 'credentials-refused'],
  ['UnrecognizedClientException', 400, 'credentials-refused'],
  ['InvalidClientTokenId', 403, 'credentials-refused'],
  ['InvalidSignatureException', 400, 'credentials-refused'],
  ['SignatureDoesNotMatch', 403, 'credentials-refused'],
  ['IncompleteSignature', 400, 'credentials-refused'],
  ['IncompleteSignatureException', 400, 'credentials-refused'],
  ['MissingAuthenticationTokenException', 400, 'credentials-refused'],
  ['MissingAuthenticationToken', 403, 'credentials-refused'],
  ['ThrottlingException', 400, 'throttled'],
  ['Throttling', 400, 'throttled'],
  ['TooManyRequestsException', 429, 'throttled'],
  ['RequestLimitExceeded', 503, 'throttled'],
  ['ValidationException', 400, 'input-invalid'],
  ['ValidationError', 400, 'input-invalid'],
  ['InternalFailure', 500, 'aws-unavailable', 'answer-lost'],
  ['InternalServerException', 500, 'aws-unavailable', 'answer-lost'],
  ['ServiceUnavailable', 503, 'aws-unavailable', 'answer-lost'],
  ['ServiceUnavailableException', 503, 'aws-unavailable', 'answer-lost'],
  ['NeverHeardOf', 502, 'aws-unavailable', 'answer-lost'],
  ['NeverHeardOf', 400, 'unexpected'],
  ['constructor', 400, 'unexpected'],
  ['__proto__', 400, 'unexpected'],
])('%s (%i) is %s', (name, status, code, onWrite = code) => {
  const { problem } = toAwsProblem(refusal(name, status), read);
  expect(problem).toMatchObject({
    code,
    region: 'us-east-1',
    operation: 'ListSecrets',
    requestId: 'r-1',
    detail: 'a sentence of AWS',
  });
  expect(toAwsProblem(refusal(name, status), write).problem).toMatchObject({
    code: onWrite,
    resource: 'arn-1',
  });
});

describe('without an answer', () => {
  const broken = (code?: string) =>
    Object.assign(new Error('socket'), { name: 'Error', ...(code ? { code } : {}) });

  // how the connection ended, timed out, problem of a read, of a write
  test.each<[string | undefined, boolean, ProblemCode, ProblemCode]>([
    ['ECONNRESET', false, 'aws-unavailable', 'answer-lost'],
    ['EPIPE', false, 'aws-unavailable', 'answer-lost'],
    [undefined, false, 'aws-unavailable', 'answer-lost'],
    [undefined, true, 'aws-unavailable', 'answer-lost'],
    // Nothing was sent, so nothing has happened.
    ['ECONNREFUSED', false, 'aws-unavailable', 'aws-unavailable'],
    ['ENOTFOUND', false, 'aws-unavailable', 'aws-unavailable'],
    ['EAI_AGAIN', false, 'aws-unavailable', 'aws-unavailable'],
    ['EHOSTUNREACH', false, 'aws-unavailable', 'aws-unavailable'],
  ])('(%s, timed out: %s) a read is %s, a write %s', (code, timedOut, onRead, onWrite) => {
    expect(toAwsProblem(broken(code), read, timedOut).problem.code).toBe(onRead);
    expect(toAwsProblem(broken(code), write, timedOut).problem.code).toBe(onWrite);
  });

  test('what the network says of hosts and ports is not shown', () => {
    const cause = Object.assign(new Error('connect ECONNREFUSED 10.1.2.3:443'), { code: 'ECONNREFUSED' });
    expect(JSON.stringify(toAwsProblem(cause, read).problem)).not.toContain('10.1.2.3');
  });

  test.each([
    [read, 'No answer within 8 seconds.'],
    [write, 'No answer within 15 seconds.'],
  ])('a limit that ran out is named', (subject, detail) => {
    expect(toAwsProblem(new Error('aborted'), subject, true).problem.detail).toBe(detail);
  });
});

describe('of a denial', () => {
  const user = 'User: arn:aws:iam::441200879921:user/sam is not authorized to perform: ';
  const arn = 'arn:aws:secretsmanager:us-east-1:441200879921:secret:prod/db-AbCdEf';

  // AWS's sentence, action, resource
  test.each([
    [
      `${user}secretsmanager:GetSecretValue on resource: ${arn} because no identity-based policy allows`,
      'secretsmanager:GetSecretValue',
      arn,
    ],
    [
      `${user}secretsmanager:ListSecrets with an explicit deny in an identity-based policy`,
      'secretsmanager:ListSecrets',
      'arn-1',
    ],
    [`${user}kms:Decrypt on resource: * because`, 'kms:Decrypt', '*'],
    ['', write.action, 'arn-1'],
  ])('%j the action is %s on %s', (message, action, resource) => {
    const { problem } = toAwsProblem(refusal('AccessDeniedException', 400, message), write);
    expect(problem).toMatchObject({ code: 'access-denied', action, resource });
  });
});

test.each([
  ['secretsmanager:GetSecretValue', 'kms:Decrypt'],
  ['secretsmanager:PutSecretValue', 'kms:GenerateDataKey'],
])('what KMS refuses behind %s is %s, and the secret is not its resource', (action, missing) => {
  const refused = refusal('AccessDeniedException', 400, 'Access to KMS is not allowed');
  const { problem } = toAwsProblem(refused, { action, region: 'us-east-1', resource: 'arn-1' });
  expect(problem).toMatchObject({ code: 'access-denied', action: missing });
  expect(problem.operation).toBe(action.split(':')[1]);
});

test('a sentence of AWS is cut at a thousand characters', () => {
  expect(
    toAwsProblem(refusal('ValidationException', 400, 'x'.repeat(5_000)), read).problem.detail,
  ).toHaveLength(1_000);
});

test('a problem stays the problem it is, and what is no error at all is unexpected', () => {
  const known = new ProblemError(problemOf('label-moved'));
  expect(toAwsProblem(known, read)).toBe(known);
  expect(toAwsProblem('text', read).problem).toMatchObject({ code: 'unexpected', operation: 'ListSecrets' });
});
