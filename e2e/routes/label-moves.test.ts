import { randomUUID } from 'node:crypto';
import { DeleteSecretCommand, ReplicateSecretToRegionsCommand } from '@aws-sdk/client-secrets-manager';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { arnInRegion } from '@/lib/domain/arn';
import { type Desk, openDesk, type SignedIn } from './console';
import { moveLabel, problemIn } from './doors';
import { labelsOf, type Made, makeSecret } from './secrets';

let desk: Desk;
let riley: SignedIn;
let secret: Made;
let oldest: string;
let previous: string;
let current: string;
let number = 0;

const REPLICATION_MS = 200;

beforeAll(async () => {
  desk = await openDesk({ replicationMs: REPLICATION_MS });
  riley = await desk.signedIn('riley');
});
afterAll(() => desk.close());
beforeEach(async () => {
  secret = await makeSecret(desk.as('riley'), `prod/payments/stripe-${number++}`, 3);
  [oldest = '', previous = '', current = ''] = secret.versions;
  await desk.forgetCalls();
});
afterEach(() => desk.heal());

const labels = () => labelsOf(desk.as('riley'), secret.arn);
const untouched = async () => expect(await labels()).toEqual({ AWSCURRENT: current, AWSPREVIOUS: previous });
const movedToOldest = async () =>
  expect(await labels()).toEqual({ AWSCURRENT: oldest, AWSPREVIOUS: current });
/** However it ended: AWS was sent the move once, and once only. */
const sentOnce = async () => expect(await desk.count('UpdateSecretVersionStage')).toBe(1);

test('a rollback moves AWSCURRENT to the version the operator chose, and AWS moves AWSPREVIOUS', async () => {
  const response = await moveLabel(riley, secret.arn, { from: current, to: oldest });
  expect(response.status).toBe(200);
  const { output, requestId, at } = await response.json();
  expect(output).toEqual({ ARN: secret.arn, Name: secret.name });
  expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(Date.parse(at)).not.toBeNaN();
  await sentOnce();
  expect(await desk.count('DescribeSecret')).toBe(0);
  await movedToOldest();
});

test('a rollback that names a version AWSCURRENT has left is refused as moved, and nothing is written', async () => {
  const response = await moveLabel(riley, secret.arn, { from: previous, to: oldest });
  expect(await problemIn(response)).toMatchObject({
    status: 409,
    code: 'label-moved',
    operation: 'UpdateSecretVersionStage',
    resource: secret.arn,
    region: 'us-east-1',
  });
  await sentOnce();
  await untouched();
});

test('a rollback that names no version to take the label from is not even sent', async () => {
  const response = await moveLabel(riley, secret.arn, { to: oldest });
  expect(await problemIn(response)).toMatchObject({
    status: 422,
    fields: [{ path: 'input.RemoveFromVersionId' }],
  });
  expect(await desk.count('UpdateSecretVersionStage')).toBe(0);
  await untouched();
});

test('a rollback of a secret that waits for its deletion is refused as that', async () => {
  await desk.as('riley').send(new DeleteSecretCommand({ SecretId: secret.arn }));
  const response = await moveLabel(riley, secret.arn, { from: current, to: oldest });
  expect(await problemIn(response)).toMatchObject({ status: 409, code: 'deletion-scheduled' });
  await sentOnce();
  await untouched();
});

test('a rollback to a version that never was is refused in the words of AWS', async () => {
  const nowhere = randomUUID();
  const response = await moveLabel(riley, secret.arn, { from: current, to: nowhere });
  const problem = await problemIn(response);
  expect(problem).toMatchObject({ status: 409, code: 'state-refused' });
  expect(problem.detail).toContain('Not a valid version');
  await sentOnce();
  await untouched();
});

test('a rollback of a secret that is gone says that there is none', async () => {
  const client = desk.as('riley');
  await client.send(new DeleteSecretCommand({ SecretId: secret.arn, ForceDeleteWithoutRecovery: true }));
  // A forced deletion ends in the background, within ten seconds.
  await desk.control('clock', { advance: 'PT11S' });
  const response = await moveLabel(riley, secret.arn, { from: current, to: oldest });
  expect(await problemIn(response)).toMatchObject({ status: 404, code: 'secret-not-found' });
  await sentOnce();
});

test('a rollback at a replica is refused there, and neither region changes', async () => {
  const AddReplicaRegions = [{ Region: 'eu-west-1' }];
  await desk
    .as('riley')
    .send(new ReplicateSecretToRegionsCommand({ SecretId: secret.arn, AddReplicaRegions }));
  await desk.control('clock', { advance: 'PT1S' });
  const replica = arnInRegion(secret.arn, 'eu-west-1');
  const response = await moveLabel(riley, replica, { from: current, to: oldest });
  const problem = await problemIn(response);
  expect(problem).toMatchObject({
    status: 409,
    code: 'state-refused',
    region: 'eu-west-1',
    resource: replica,
  });
  expect(problem.detail).toContain("primary secret's region");
  await sentOnce();
  await untouched();
  expect(await labelsOf(desk.as('riley', 'eu-west-1'), replica)).toMatchObject({ AWSCURRENT: current });
});

test('an operator who may not move labels hears which right is missing', async () => {
  const sam = await desk.signedIn('sam');
  const response = await moveLabel(sam, secret.arn, { from: current, to: oldest });
  expect(await problemIn(response)).toMatchObject({
    status: 403,
    code: 'access-denied',
    action: 'secretsmanager:UpdateSecretVersionStage',
    resource: secret.arn,
  });
  await sentOnce();
  // A refusal that explains itself is not looked into.
  expect(await desk.count('DescribeSecret')).toBe(0);
  await untouched();
});

test('an operator may put a label of their own on a version, and AWS moves no other', async () => {
  const response = await moveLabel(riley, secret.arn, { to: oldest, label: 'KEEP' });
  expect(response.status).toBe(200);
  expect(await labels()).toEqual({ AWSCURRENT: current, AWSPREVIOUS: previous, KEEP: oldest });
});

test('a denial that the re-read meets as well leaves the first refusal standing', async () => {
  await desk.fault({ kind: 'deny', operation: 'DescribeSecret' });
  const response = await moveLabel(riley, secret.arn, { from: previous, to: oldest });
  const problem = await problemIn(response);
  expect(problem).toMatchObject({ status: 422, code: 'input-invalid' });
  expect(problem.detail).toContain('RemoveFromVersionId');
  await sentOnce();
  await desk.heal();
  await untouched();
});
