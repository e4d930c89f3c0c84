import type { Attempt } from '../attempt.ts';
import type { Cause } from '../cause.ts';
import type { Finding } from '../clue.ts';
import type { Block } from '../log/block.ts';

// An AWS refusal names its service, action and resource, and those decide.
const PERFORM = /not authorized to perform:? ["']?([\w-]{2,40}):(\w{2,60}|\*)/;
const CALLING = /An error occurred \(([\w.]{1,80})\) when calling the (\w{1,60}) operation/;
const OPERATION =
  /operation error ([A-Z][\w ]{1,40}?): (\w{1,60})[^\n]{0,400}?(?:api error )?(\w{1,60}(?:Exception|Denied|Error|Fault)?):/;
const SERVICE = /\(Service: ([\w ]{1,40})[,;][^\n)]{0,120}\)/;
const KMS =
  /Access to KMS is not allowed|ciphertext refers to a customer master key|kms:\w{2,40}[^\n]{0,120}(?:denied|not authorized|not allowed)/i;
const DENIED =
  /AccessDenied|Access Denied|UnauthorizedOperation|NotAuthorized|AuthorizationError|UnauthorizedAccess|not authorized|UnrecognizedClient|InvalidClientTokenId|ExpiredToken|SignatureDoesNotMatch|security token included in the request is (?:invalid|expired)/i;
const BARE = /\bAccessDenied(?:Exception)?\b/;

const SECRETS_OPERATIONS =
  /^(?:(?:Batch)?GetSecretValue|PutSecretValue|DescribeSecret|UpdateSecret(?:VersionStage)?|GetRandomPassword|ListSecret(?:s|VersionIds)|RotateSecret|CreateSecret|TagResource|CancelRotateSecret|GetResourcePolicy)$/;
const KMS_OPERATIONS =
  /^(?:Decrypt|Encrypt|ReEncrypt\w{0,6}|GenerateDataKey\w{0,30}|DescribeKey|CreateGrant|GetPublicKey)$/;

// Telling somebody of the failure is not what failed.
const TELLING = /^(?:sns|ses|sqs|events|cloudwatch|logs|xray|chatbot|states)$/i;

// Other rules read these better.
const OTHERS = /Throttl|Rate ?exceeded|TooManyRequests|RequestLimitExceeded|SlowDown/i;

/** Refusals by AWS inside the function. */
export function refusalFindings({ blocks }: Attempt): Finding[] {
  return blocks.flatMap((block) => block.lines.flatMap((line) => refusalIn(block, line)));
}

function refusalIn(block: Block, line: Block['lines'][number]): Finding[] {
  const { text } = line;
  if (
    !/not authorized|An error occurred|operation error|Service: |KMS|ciphertext|AccessDenied|security token|kms:/i.test(
      text,
    )
  )
    return [];
  const finding = (
    cause: Cause,
    weight: number,
    says: string,
    at: { index: number; 0: string },
  ): Finding[] => [{ cause, weight, says, line, from: at.index, to: at.index + at[0].length, block }];
  const perform = PERFORM.exec(text);
  if (perform) {
    const [, service = '', action = ''] = perform;
    const denied = `The role may not perform ${service}:${action}`;
    if (service === 'secretsmanager') return finding('secrets-permission-denied', 95, denied, perform);
    if (service === 'kms') return finding('kms-permission-denied', 95, denied, perform);
    // These two have rules of their own.
    if (service === 'ec2' && /NetworkInterface/.test(action)) return [];
    if (service === 'lambda' && action === 'InvokeFunction') return [];
    return finding('target-api-rejected', TELLING.test(service) ? 58 : 84, denied, perform);
  }
  const kms = KMS.exec(text);
  if (kms) return finding('kms-permission-denied', 94, 'The role may not use the key of the secret', kms);

  const calling = CALLING.exec(text);
  const operation = calling ? null : OPERATION.exec(text);
  const [service, name, code] = calling
    ? [undefined, calling[2]!, calling[1]!]
    : [operation?.[1], operation?.[2] ?? '', operation?.[3] ?? ''];
  const at = calling ?? operation;
  const own = SECRETS_OPERATIONS.test(name) && (service === undefined || /^secrets ?manager$/i.test(service));
  if (at && own) {
    return DENIED.test(`${code} ${text}`)
      ? finding('secrets-permission-denied', 90, `Secrets Manager refused ${name}`, at)
      : [];
  }
  if (at && KMS_OPERATIONS.test(name)) {
    return DENIED.test(`${code} ${text}`)
      ? finding('kms-permission-denied', 90, `KMS refused ${name}`, at)
      : [];
  }
  if (at && !OTHERS.test(text)) {
    const aside = /^(?:Publish|SendEmail|SendMessage|PutEvents|PutMetricData|PutLogEvents)$/.test(name);
    return finding('target-api-rejected', aside ? 56 : 82, `${service ?? 'An AWS API'} refused ${name}`, at);
  }
  return bySdk(block, text, finding);
}

function bySdk(
  block: Block,
  text: string,
  finding: (cause: Cause, weight: number, says: string, at: { index: number; 0: string }) => Finding[],
): Finding[] {
  const served = SERVICE.exec(text);
  if (served && !OTHERS.test(text)) {
    const service = served[1]!;
    if (/secrets ?manager/i.test(service))
      return DENIED.test(text)
        ? finding('secrets-permission-denied', 88, 'Secrets Manager refused', served)
        : [];
    if (/^(?:aws)?kms$/i.test(service))
      return DENIED.test(text) ? finding('kms-permission-denied', 88, 'KMS refused', served) : [];
    return finding('target-api-rejected', 80, `${service} refused`, served);
  }
  const token =
    /security token included in the request is (?:invalid|expired)|\b(?:UnrecognizedClient|ExpiredToken)Exception\b/.exec(
      text,
    );
  if (token)
    return finding(
      'secrets-permission-denied',
      55,
      'AWS does not accept the credentials of the function',
      token,
    );
  const bare = BARE.exec(text);
  if (!bare || PERFORM.test(block.lines.map((line) => line.text).join('\n'))) return [];
  return finding(
    'secrets-permission-denied',
    50,
    'An AWS service denied access, most likely Secrets Manager',
    bare,
  );
}
