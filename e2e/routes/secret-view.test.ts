import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Desk, openDesk, type SignedIn } from './console';
import { get, problemIn, reading } from './doors';
import { type Made, makeSecret } from './secrets';

let desk: Desk;
let riley: SignedIn;
let secret: Made;

beforeAll(async () => {
  desk = await openDesk();
  riley = await desk.signedIn('riley');
  secret = await makeSecret(desk.as('riley'), 'orders/../a//b/', 4);
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.heal();
  await desk.forgetCalls();
});

test('an operator reads a secret with one DescribeSecret and one ListSecretVersionIds, and no value', async () => {
  const seen = await reading(riley, secret.arn);
  expect(seen).toMatchObject({ arn: secret.arn, name: secret.name, region: 'us-east-1', complete: true });
  expect(seen.notes).toEqual([]);
  expect(seen.versions.map(({ id }) => id).sort()).toEqual([...secret.versions].sort());
  expect(seen.versions.find(({ id }) => id === secret.versions[3])?.labels).toEqual(['AWSCURRENT']);
  expect(JSON.stringify(seen)).not.toContain('the value');
  const asked = (await desk.calls()).map(({ operation, count }) => [operation, count]).sort();
  expect(asked).toEqual([
    ['DescribeSecret', 1],
    ['ListSecretVersionIds', 1],
  ]);
});

test('an operator who may not list versions sees the labelled ones, and a note with the missing right', async () => {
  await desk.fault({ kind: 'deny', operation: 'ListSecretVersionIds' });
  const seen = await reading(riley, secret.arn);
  expect(seen.complete).toBe(false);
  expect(seen.secret?.holders).toEqual({ AWSCURRENT: secret.versions[3], AWSPREVIOUS: secret.versions[2] });
  expect(seen.versions).toHaveLength(2);
  expect(seen.notes).toMatchObject([
    { source: 'versions', problem: { code: 'access-denied', action: 'secretsmanager:ListSecretVersionIds' } },
  ]);
});

test('an operator who may not describe sees the versions, and the secret counts as protected', async () => {
  await desk.fault({ kind: 'deny', operation: 'DescribeSecret' });
  const seen = await reading(riley, secret.arn);
  expect(seen).toMatchObject({ complete: true, protected: true });
  expect(seen).not.toHaveProperty('secret');
  expect(seen.versions).toHaveLength(4);
  expect(seen.notes).toMatchObject([
    { source: 'describe', problem: { code: 'access-denied', action: 'secretsmanager:DescribeSecret' } },
  ]);
});

test.each([
  { kind: 'deny', status: 403, code: 'access-denied' },
  { kind: 'throttle', status: 429, code: 'throttled' },
  { kind: 'error500', status: 503, code: 'aws-unavailable' },
  { kind: 'reset', status: 503, code: 'aws-unavailable' },
])('an operator for whom both readings meet $kind gets one problem', async ({ kind, status, code }) => {
  await desk.fault({ kind });
  const response = await get(riley, '/api/views/secret', { scope: riley.session.scope, arn: secret.arn });
  expect(await problemIn(response)).toMatchObject({ status, code, resource: secret.arn });
});

test('one lost answer among the readings is retried and leaves no note', async () => {
  await desk.fault({ kind: 'reset', operation: 'DescribeSecret', count: 1 });
  expect((await reading(riley, secret.arn)).notes).toEqual([]);
});

test('a region that does not accept the credentials is a problem of that region, and not the end of the sign-in', async () => {
  const elsewhere = secret.arn.replace(':us-east-1:', ':af-south-1:');
  const query = { scope: riley.session.scope, arn: elsewhere };
  expect(await problemIn(await get(riley, '/api/views/secret', query))).toMatchObject({
    status: 403,
    code: 'credentials-refused',
    region: 'af-south-1',
  });
});
