import { randomUUID } from 'node:crypto';
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  ReplicateSecretToRegionsCommand,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { POST as passwordDoor } from '@/app/api/views/password/route';
import { type Desk, openDesk, requestTo, type SignedIn } from './console';
import { moveLabel, post, problemIn } from './doors';
import { labelsOf, type Made, makeSecret } from './secrets';

/** Planted in every value, and searched for in whatever comes back. */
const CANARY = 'canary-7c41aa';

let desk: Desk;
let riley: SignedIn;
let secret: Made;
let current: string;
let number = 0;

beforeAll(async () => {
  desk = await openDesk();
  riley = await desk.signedIn('riley');
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.heal();
  secret = await makeSecret(desk.as('riley'), `put/${number++}`);
  current = secret.versions.at(-1) ?? '';
  await desk.forgetCalls();
  desk.takeAudit();
});

const put = (
  more: {
    value?: string;
    token?: string;
    stages?: string[];
    seen?: string | null;
    arn?: string;
    who?: SignedIn;
  } = {},
) => {
  const { value = CANARY, token = randomUUID(), stages, seen, arn = secret.arn, who = riley } = more;
  const input = {
    SecretId: arn,
    ClientRequestToken: token,
    SecretString: value,
    ...(stages ? { VersionStages: stages } : {}),
  };
  const body = JSON.stringify({ input, ...(seen === undefined ? {} : { seenCurrent: seen }) });
  return post(who, undefined, { operation: 'PutSecretValue', region: arn.split(':')[3] ?? '', body });
};
const valueOfVersion = async (VersionId: string) =>
  (await desk.as('riley').send(new GetSecretValueCommand({ SecretId: secret.arn, VersionId }))).SecretString;
const labels = () => labelsOf(desk.as('riley'), secret.arn);

test('a new value becomes current in one call, and the answer and the audit hold nothing of it', async () => {
  const token = randomUUID();
  const response = await put({ token, seen: current });
  expect(response.status).toBe(200);
  expect(await response.text()).not.toContain(CANARY);
  expect(await labels()).toEqual({ AWSCURRENT: token, AWSPREVIOUS: current });
  expect(await valueOfVersion(token)).toBe(CANARY);
  expect(await desk.count('PutSecretValue')).toBe(1);
  const [line = ''] = desk.takeAudit();
  expect(JSON.parse(line)).toMatchObject({ operation: 'PutSecretValue', version: token, outcome: 'done' });
  expect(line).not.toContain(CANARY);
});

test('the same form sent twice makes one version, also when others look on', async () => {
  const token = randomUUID();
  const answers = await Promise.all([put({ token, seen: current }), put({ token, seen: current })]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect((await put({ token, seen: current })).status).toBe(200);
  expect(await labels()).toEqual({ AWSCURRENT: token, AWSPREVIOUS: current });
});

test('a value put over a version the operator has not seen is refused, and nothing is written', async () => {
  const other = randomUUID();
  const client = desk.as('riley');
  await client.send(
    new PutSecretValueCommand({ SecretId: secret.arn, ClientRequestToken: other, SecretString: 'other' }),
  );
  await desk.forgetCalls();
  const problem = await problemIn(await put({ seen: current }));
  expect(problem).toMatchObject({ code: 'label-moved', operation: 'PutSecretValue' });
  expect(await desk.count('PutSecretValue')).toBe(0);
  expect(await labels()).toMatchObject({ AWSCURRENT: other });
  expect((await put({ seen: null })).status).toBe(409);
});

test('a value is staged under a label of one’s own, and promoted by a move that names where AWSCURRENT was', async () => {
  const token = randomUUID();
  expect((await put({ token, stages: ['next'] })).status).toBe(200);
  expect(await labels()).toMatchObject({ AWSCURRENT: current, next: token });
  expect(await desk.count('DescribeSecret')).toBe(1);
  expect((await moveLabel(riley, secret.arn, { from: current, to: token })).status).toBe(200);
  expect(await labels()).toEqual({ AWSCURRENT: token, AWSPREVIOUS: current, next: token });
});

// what is wrong, the form
test.each<[string, Parameters<typeof put>[0]]>([
  ['without where AWSCURRENT was seen', {}],
  ['under a label AWS moves', { stages: ['AWSPREVIOUS'] }],
  ['under AWSPENDING', { stages: ['AWSPENDING'] }],
  ['with AWSCURRENT among labels, unseen', { stages: ['next', 'AWSCURRENT'] }],
  ['empty', { value: '', seen: 'x'.repeat(32) }],
  ['one byte too long', { value: 'x'.repeat(65_537), seen: 'x'.repeat(32) }],
  ['too long by its bytes', { value: 'é'.repeat(32_769), seen: 'x'.repeat(32) }],
  ['with a token too short', { token: 'short', seen: 'x'.repeat(32) }],
])('a value put %s is refused before AWS hears of it', async (_what, form) => {
  const problem = await problemIn(await put(form));
  expect(problem.code).toBe('input-invalid');
  expect(JSON.stringify(problem)).not.toContain(CANARY);
  expect(await desk.calls()).toEqual([]);
});

test('the largest value passes, however JSON writes it', async () => {
  const token = randomUUID();
  const value = '\u0001'.repeat(65_536);
  expect((await put({ value, token, seen: current })).status).toBe(200);
  expect(await valueOfVersion(token)).toBe(value);
});

test('a body larger than any value is refused', async () => {
  const body = JSON.stringify({ input: { SecretString: 'x'.repeat(500_000) } });
  const response = await post(riley, undefined, { operation: 'PutSecretValue', body });
  expect((await problemIn(response)).code).toBe('input-invalid');
});

test('whatever AWS says against a value, the value is not repeated', async () => {
  const sam = await desk.signedIn('sam');
  const denied = await problemIn(await put({ seen: current, who: sam }));
  expect(denied).toMatchObject({ code: 'access-denied', action: 'secretsmanager:PutSecretValue' });
  const client = desk.as('riley');
  const reused = await problemIn(await put({ token: current, stages: ['next'] }));
  expect(reused.code).toBe('secret-exists');
  await client.send(
    new ReplicateSecretToRegionsCommand({
      SecretId: secret.arn,
      AddReplicaRegions: [{ Region: 'eu-west-1' }],
    }),
  );
  await desk.control('clock', { advance: 'PT10S' });
  const replica = await problemIn(
    await put({ arn: secret.arn.replace('us-east-1', 'eu-west-1'), seen: current }),
  );
  expect(replica.code).toBe('input-invalid');
  for (const problem of [denied, reused, replica]) expect(JSON.stringify(problem)).not.toContain(CANARY);
  expect(desk.takeAudit().join()).not.toContain(CANARY);
});

test('a lost answer says so, and is settled by the token', async () => {
  const token = randomUUID();
  await desk.fault({ kind: 'reset', operation: 'PutSecretValue', after: true });
  expect((await problemIn(await put({ token, seen: current }))).code).toBe('answer-lost');
  await desk.heal();
  expect(await labels()).toMatchObject({ AWSCURRENT: token });
  expect((await put({ token, seen: current })).status).toBe(200);
});

test('AWS makes a password of the kinds asked for', async () => {
  const ask = (body: object) =>
    passwordDoor(
      requestTo('/api/views/password', {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: riley.cookie },
        body: JSON.stringify({ scope: riley.session.scope, region: 'us-east-1', ...body }),
      }),
    );
  const kinds = { lowercase: true, uppercase: false, numbers: true, punctuation: false };
  const response = await ask({ length: 40, kinds, exclude: 'abc' });
  expect(response.headers.get('cache-control')).toBe('no-store');
  const { passwordValue } = await response.json();
  expect(passwordValue).toMatch(/^[d-z0-9]{40}$/);
  expect(desk.takeAudit()).toEqual([]);
  const none = { lowercase: false, uppercase: false, numbers: false, punctuation: false };
  expect((await problemIn(await ask({ length: 40, kinds: none, exclude: '' }))).status).toBe(422);
  expect((await problemIn(await ask({ length: 5_000, kinds, exclude: '' }))).code).toBe('input-invalid');
});
