import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Incoming } from '../http/reply.ts';
import { createKeyring } from '../identity/keyring.ts';
import type { Protocol } from '../services/service.ts';
import { createState } from '../state.ts';
import { riley, signRequest, type TestCredentials, type TestRequest, target } from './sign-request.ts';
import { verify } from './verify.ts';

const NOW = new Date('2026-11-19T03:31:40Z');
const minutes = (count: number, from = NOW) => new Date(from.getTime() + count * 60_000);
const { iam } = createState({ replicationMs: 0 });
const keyring = createKeyring(
  () => iam,
  () => NOW.getTime(),
);
const session = keyring.open('noor', 60);
const temporary = { ...session, sessionToken: session.session.token };
const ended = keyring.open('riley', 0);
const token = { sessionToken: ended.session.token };
const sha = (text: string) => createHash('sha256').update(text).digest('hex');

interface Case {
  readonly credentials?: TestCredentials;
  readonly request?: TestRequest;
  /** What is done to the request after it was signed. */
  readonly tamper?: (sent: { headers: Record<string, string>; body: string; path: string }) => void;
  readonly virtual?: Date;
}

async function check(
  { credentials = riley, request = {}, tamper, virtual = NOW }: Case,
  protocol: Protocol = 'awsJson',
) {
  const query = new URLSearchParams(request.query).toString();
  const path = `${request.path ?? '/'}${query && `?${query}`}`;
  const headers = await signRequest(credentials, { date: NOW, ...request });
  const sent = { headers, body: request.body ?? '{}', path };
  tamper?.(sent);
  const incoming: Incoming = {
    method: 'POST',
    url: new URL(`http://sandbox${sent.path}`),
    headers: sent.headers,
    body: Buffer.from(sent.body),
    sourceIp: '127.0.0.1',
  };
  const name = protocol === 'query' ? 'sts' : 'secretsmanager';
  return verify(incoming, { name, protocol }, { keyring, clocks: [virtual, NOW] });
}

const good: Record<string, Case> = {
  'a long-term key': {},
  'temporary credentials': { credentials: temporary },
  'a body that is not ASCII': { request: { body: '{"SecretString":"gr\u00fc\u00df \u{1f511}"}' } },
  'a path and a query': { request: { path: '/a%20b/c', query: { 'x y': 'b&c', a: '1' } } },
  'a true hash of the body': {
    request: { headers: { ...target('ListSecrets'), 'x-amz-content-sha256': sha('{}') } },
  },
  '5 minutes late': { request: { date: minutes(-5) } },
  '5 minutes early': { request: { date: minutes(5) } },
  'virtual time, a year ahead': { virtual: minutes(525_600), request: { date: minutes(525_600) } },
  'wall time while virtual time is a year ahead': { virtual: minutes(525_600) },
  'an unsigned header that a proxy added': {
    tamper: ({ headers }) => Object.assign(headers, { via: 'proxy' }),
  },
};

test.each(Object.entries(good))('is proved by %s', async (_, one) => {
  expect(await check(one)).toMatchObject({ region: 'us-east-1' });
});

test('tells whose key it was', async () => {
  expect((await check({ credentials: temporary })).key.principal.name).toBe('RegionLimited/noor');
});

const header = (replace: (header: string) => string): Case => ({
  tamper: ({ headers }) => {
    headers.authorization = replace(headers.authorization ?? '');
  },
});
const without = (name: string): Case => ({ tamper: ({ headers }) => void delete headers[name] });
const mismatch = [
  'InvalidSignatureException',
  /^The request signature we calculated does not match/,
] as const;
const unknown = [
  'UnrecognizedClientException',
  'The security token included in the request is invalid.',
] as const;
const incomplete = 'IncompleteSignatureException';
const invalid = 'InvalidSignatureException';

const bad: Record<string, readonly [Case, code: string, message: string | RegExp]> = {
  'no credentials': [
    without('authorization'),
    'MissingAuthenticationTokenException',
    'Missing Authentication Token',
  ],
  'another scheme': [
    header(() => 'Basic cmlsZXk6eA=='),
    incomplete,
    /^Authorization header requires 'Credential' parameter\. .*'Signature'.*'SignedHeaders' parameter\.$/,
  ],
  'no signed headers': [
    header((text) => text.replace(/SignedHeaders=[^,]+, /, '')),
    incomplete,
    "Authorization header requires 'SignedHeaders' parameter.",
  ],
  'no date': [without('x-amz-date'), incomplete, /existence of either a 'X-Amz-Date' or a 'Date' header/],
  'a date in another form': [
    { tamper: ({ headers }) => Object.assign(headers, { 'x-amz-date': '2026-11-19' }) },
    incomplete,
    "Date must be in ISO-8601 'basic format'. Got '2026-11-19'.",
  ],
  'a date there is not': [
    { tamper: ({ headers }) => Object.assign(headers, { 'x-amz-date': '20261119T999999Z' }) },
    incomplete,
    "Date must be in ISO-8601 'basic format'. Got '20261119T999999Z'.",
  ],
  'a short credential': [
    header((text) => text.replace('/us-east-1', '')),
    incomplete,
    /^Credential must have exactly 5 slash-delimited elements/,
  ],
  'another terminator': [
    header((text) => text.replace('aws4_request', 'aws5_request')),
    invalid,
    "Credential should be scoped with a valid terminator: 'aws4_request', not 'aws5_request'.",
  ],
  'another service': [
    { request: { service: 'sts' } },
    invalid,
    "Credential should be scoped to correct service: 'secretsmanager'. ",
  ],
  'another day in the scope': [
    header((text) => text.replace('/20261119/', '/20261118/')),
    invalid,
    /^Date in Credential scope does not match .*: '20261118' != '20261119', from '20261119T033140Z'\.$/,
  ],
  'another region in the scope': [header((text) => text.replace('us-east-1', 'eu-west-1')), ...mismatch],
  'an unknown key': [{ credentials: { ...riley, accessKeyId: 'AKIANOBODY' } }, ...unknown],
  'a temporary key without its token': [{ credentials: { ...session } }, ...unknown],
  'a temporary key with another token': [{ credentials: { ...session, ...token } }, ...unknown],
  'a long-term key with a token': [{ credentials: { ...riley, ...token } }, ...unknown],
  'an expired token': [
    { credentials: { ...ended, ...token } },
    'ExpiredTokenException',
    'The security token included in the request is expired',
  ],
  'a wrong secret key': [{ credentials: { ...riley, secretAccessKey: 'sandbox-wrong' } }, ...mismatch],
  'an altered body': [
    {
      tamper: (sent) => {
        sent.body = '{"MaxResults":1}';
      },
    },
    ...mismatch,
  ],
  'an altered body under the hash of the first': [
    {
      request: { headers: { ...target('ListSecrets'), 'x-amz-content-sha256': sha('{}') } },
      tamper: (sent) => {
        sent.body = '{"MaxResults":1}';
      },
    },
    ...mismatch,
  ],
  'a body that claims not to be signed': [
    { request: { headers: { ...target('ListSecrets'), 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } } },
    ...mismatch,
  ],
  'an altered target': [
    { tamper: ({ headers }) => Object.assign(headers, target('DeleteSecret')) },
    ...mismatch,
  ],
  'an altered query': [
    {
      tamper: (sent) => {
        sent.path = '/?a=1';
      },
    },
    ...mismatch,
  ],
  'a signed header that is gone': [without('content-type'), ...mismatch],
  'a host that is not signed': [
    header((text) => text.replace('host;', '')),
    invalid,
    "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
  ],
  'a target that is not signed': [
    { request: { headers: {} }, tamper: ({ headers }) => Object.assign(headers, target('DeleteSecret')) },
    invalid,
    "'x-amz-target' must be a 'SignedHeader' in the AWS Authorization.",
  ],
  'a signature 6 minutes old': [
    { request: { date: minutes(-6) } },
    invalid,
    'Signature expired: 20261119T032540Z is now earlier than 20261119T032640Z (20261119T033140Z - 5 min.)',
  ],
  'a signature 6 minutes ahead': [
    { request: { date: minutes(6) } },
    invalid,
    'Signature not yet current: 20261119T033740Z is still later than 20261119T033640Z (20261119T033140Z + 5 min.)',
  ],
};

describe('refuses', () => {
  test.each(Object.entries(bad))('%s', async (_, [one, code, message]) => {
    await expect(check(one)).rejects.toMatchObject({
      code,
      status: 400,
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    });
  });
});

const sts = { service: 'sts', headers: {}, body: 'Action=GetCallerIdentity&Version=2011-06-15' };
const inQuery: Record<string, readonly [Case, code: string, status: number]> = {
  'no credentials': [{ request: sts, ...without('authorization') }, 'MissingAuthenticationToken', 403],
  'another scheme': [{ request: sts, ...header(() => 'Bearer x') }, 'IncompleteSignature', 400],
  'an unknown key': [
    { request: sts, credentials: { ...riley, accessKeyId: 'AKIANOBODY' } },
    'InvalidClientTokenId',
    403,
  ],
  'an expired token': [{ request: sts, credentials: { ...ended, ...token } }, 'ExpiredToken', 403],
  'a wrong secret key': [
    { request: sts, credentials: { ...riley, secretAccessKey: 'sandbox-wrong' } },
    'SignatureDoesNotMatch',
    403,
  ],
};

describe('spells it as STS does:', () => {
  test.each(Object.entries(inQuery))('%s', async (_, [one, code, status]) => {
    await expect(check(one, 'query')).rejects.toMatchObject({ code, status });
  });
});
