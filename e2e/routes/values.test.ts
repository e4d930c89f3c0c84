import { randomUUID } from 'node:crypto';
import {
  CreateSecretCommand,
  DeleteSecretCommand,
  PutSecretValueCommand,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { POST as compareDoor } from '@/app/api/views/compare/route';
import { POST as revealDoor } from '@/app/api/views/reveal/route';
import type { Compared, Revealed } from '@/lib/contract/values';
import { type Desk, openDesk, requestTo, type SignedIn } from './console';
import { problemIn } from './doors';

/** Planted in every value: whatever a test gets back without asking for it is searched for this. */
const CANARY = 'canary-0b7d51';

let desk: Desk;
let riley: SignedIn;
let number = 0;

beforeAll(async () => {
  desk = await openDesk();
  riley = await desk.signedIn('riley');
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.heal();
  await desk.forgetCalls();
  desk.takeAudit();
});

type Version = { arn: string; versionId: string };
const doors = { reveal: revealDoor, compare: compareDoor };
const ask = (who: SignedIn | undefined, door: keyof typeof doors, body: object, scope?: string) =>
  doors[door](
    requestTo(`/api/views/${door}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: who?.cookie ?? null },
      body: JSON.stringify({ scope: scope ?? who?.session.scope ?? '441200879921.nobody', ...body }),
    }),
  );
const reveal = (version: Version, part: object, who = riley) => ask(who, 'reveal', { ...version, part });
const compare = (left: Version, right: Version, who = riley) => ask(who, 'compare', { left, right });
const audited = () => desk.takeAudit().map((line): Record<string, unknown> => JSON.parse(line));

type Value = string | Uint8Array;
const given = (value: Value) =>
  typeof value === 'string' ? { SecretString: value } : { SecretBinary: value };

/** Makes a secret whose versions hold these values, the oldest first. */
async function secretOf(values: readonly Value[], region = 'us-east-1'): Promise<Version[]> {
  const client = desk.as('riley', region);
  const Name = `values/${number++}`;
  const versions: Version[] = [];
  for (const [at, value] of values.entries()) {
    const versionId = randomUUID();
    const input = { ...given(value), ClientRequestToken: versionId };
    const { ARN = '' } = await (at === 0
      ? client.send(new CreateSecretCommand({ Name, ...input }))
      : client.send(new PutSecretValueCommand({ SecretId: Name, ...input })));
    versions.push({ arn: ARN, versionId });
  }
  await desk.forgetCalls();
  return versions;
}

const OLD = JSON.stringify({ user: 'app', password: CANARY, ca: `${CANARY}-ca` });
const NEW = JSON.stringify({ user: 'app', password: `${CANARY}-2`, port: 5432 });

test('two versions are compared by key, and nothing of either value leaves the server', async () => {
  const [left, right] = await secretOf([OLD, NEW]);
  const response = await compare(left!, right!);
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const text = await response.text();
  const compared: Compared = JSON.parse(text);
  expect(compared.comparison).toEqual({
    kind: 'keys',
    keys: [
      { key: 'password', state: 'changed' },
      { key: 'port', state: 'added' },
      { key: 'ca', state: 'removed' },
      { key: 'user', state: 'same' },
    ],
  });
  expect(new Set(compared.requestIds).size).toBe(2);
  expect(text).not.toContain(CANARY);
  expect(await desk.count('GetSecretValue')).toBe(2);
});

test('each value that was read leaves an audit line without anything of the value', async () => {
  const [left, right] = await secretOf([OLD, NEW]);
  const body = { left, right, reason: 'INC-4471' };
  const { requestIds }: Compared = await (await ask(riley, 'compare', body)).json();
  const lines = audited();
  expect(lines.map(({ version }) => version).sort()).toEqual([left?.versionId, right?.versionId].sort());
  expect(lines.map(({ requestId }) => requestId).sort()).toEqual([...requestIds].sort());
  for (const line of lines) {
    const { effect, operation, outcome, reason, secret } = line;
    expect({ effect, operation, outcome, reason, secret }).toEqual({
      effect: 'reveal',
      operation: 'GetSecretValue',
      outcome: 'done',
      reason: 'INC-4471',
      secret: left?.arn,
    });
    expect(JSON.stringify(line)).not.toContain(CANARY);
    expect(JSON.stringify(line)).not.toContain('password');
  }
});

test('versions of two secrets in two regions can be compared', async () => {
  const [here] = await secretOf([OLD]);
  const [there] = await secretOf([OLD], 'eu-west-1');
  const { comparison }: Compared = await (await compare(here!, there!)).json();
  expect(comparison.kind === 'keys' && comparison.keys.every(({ state }) => state === 'same')).toBe(true);
});

test('bytes and texts are told apart without being shown', async () => {
  const [text] = await secretOf([CANARY]);
  const [bytes] = await secretOf([new TextEncoder().encode(CANARY)]);
  const { comparison }: Compared = await (await compare(text!, bytes!)).json();
  expect(comparison).toEqual({ kind: 'whole', same: false, because: 'text-and-binary' });
  const outlined = await (await reveal(bytes!, { kind: 'outline' })).json();
  expect(outlined.outline).toEqual({ kind: 'binary', bytes: CANARY.length });
  expect(outlined).not.toHaveProperty('shownValue');
});

test('an outline names the keys, a key shows its value alone, the whole shows all', async () => {
  const [version] = await secretOf([OLD]);
  const outline = await (await reveal(version!, { kind: 'outline' })).text();
  expect(JSON.parse(outline).outline).toEqual({ kind: 'keys', keys: ['user', 'password', 'ca'] });
  expect(outline).not.toContain(CANARY);
  const key: Revealed = await (await reveal(version!, { kind: 'key', key: 'password' })).json();
  expect(key.shownValue).toBe(CANARY);
  expect(JSON.stringify(key)).not.toContain(`${CANARY}-ca`);
  const whole: Revealed = await (await reveal(version!, { kind: 'whole' })).json();
  expect(whole.shownValue).toBe(OLD);
  expect(await desk.count('GetSecretValue')).toBe(3);
  expect(audited()).toHaveLength(3);
});

test('a key the value does not have is refused without repeating it, and was read all the same', async () => {
  const [version] = await secretOf([OLD]);
  const response = await reveal(version!, { kind: 'key', key: 'no-such-key' });
  const problem = await problemIn(response);
  expect(problem).toMatchObject({ code: 'input-invalid', status: 422 });
  expect(JSON.stringify(problem)).not.toMatch(/no-such-key|canary/);
  expect(audited()).toHaveLength(1);
});

test('an operator who may not read values is refused by AWS, who says which permission is missing', async () => {
  const [left, right] = await secretOf([OLD, NEW]);
  const sam = await desk.signedIn('sam');
  for (const response of [await reveal(left!, { kind: 'whole' }, sam), await compare(left!, right!, sam)]) {
    expect(await problemIn(response)).toMatchObject({
      code: 'access-denied',
      action: 'secretsmanager:GetSecretValue',
      resource: left?.arn,
    });
  }
  expect(audited().map(({ outcome }) => outcome)).toEqual(Array(3).fill('access-denied'));
});

// fault, problem, tries
test.each([
  ['throttle', 'throttled'],
  ['error500', 'aws-unavailable'],
  ['reset', 'aws-unavailable'],
])('after %s nothing is shown and nothing is asked twice', async (kind, code) => {
  const [version] = await secretOf([OLD]);
  await desk.fault({ kind, operation: 'GetSecretValue' });
  expect((await problemIn(await reveal(version!, { kind: 'whole' }))).code).toBe(code);
  expect(await desk.count('GetSecretValue')).toBe(1);
  expect(audited().map(({ outcome }) => outcome)).toEqual([code]);
});

test('a version without a value, and a secret on its way out, say so in our own words', async () => {
  const [version] = await secretOf([OLD]);
  const client = desk.as('riley');
  const gone = { ...version!, versionId: randomUUID() };
  expect(await problemIn(await reveal(gone, { kind: 'whole' }))).toMatchObject({
    code: 'secret-not-found',
    detail: 'There is no such secret or version here, or the version holds no value yet.',
  });
  await client.send(new DeleteSecretCommand({ SecretId: version?.arn }));
  expect(await problemIn(await reveal(version!, { kind: 'whole' }))).toMatchObject({ code: 'state-refused' });
});

test('neither door opens without a sign-in, for another scope, or for a form of its own', async () => {
  const [version] = await secretOf([OLD]);
  const body = { ...version, part: { kind: 'whole' } };
  const code = async (response: Promise<Response>) => (await problemIn(await response)).code;
  expect(await code(ask(undefined, 'reveal', body))).toBe('sign-in-expired');
  expect(await code(ask(riley, 'reveal', body, '602733145908.riley'))).toBe('scope-not-held');
  expect(await code(ask(riley, 'reveal', { ...body, arn: 'values/0' }))).toBe('input-invalid');
  expect(await code(ask(riley, 'reveal', { ...body, part: { kind: 'all' } }))).toBe('input-invalid');
  expect(await code(ask(riley, 'reveal', { ...body, stage: 'AWSCURRENT' }))).toBe('input-invalid');
  expect(await code(ask(riley, 'compare', { left: version }))).toBe('input-invalid');
  expect(await desk.count('GetSecretValue')).toBe(0);
  expect(audited()).toEqual([]);
});
