import { randomUUID } from 'node:crypto';
import { CreateSecretCommand, DescribeSecretCommand } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Desk, openDesk, type SignedIn } from './console';
import { post, problemIn } from './doors';

const ROLE = 'arn:aws:iam::441200879921:role/rotate';
const FUNCTION = 'arn:aws:lambda:us-east-1:441200879921:function:rotate';

let desk: Desk;
let riley: SignedIn;
let arn: string;
const change = (name: string, input: object) => desk.control('infrastructure', { change: name, input });

beforeAll(async () => {
  desk = await openDesk({ world: 'empty' });
  riley = await desk.signedIn('riley');
  const Statement = [
    { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ];
  const policy = JSON.stringify({ Version: '2012-10-17', Statement });
  await change('CreateRole', { RoleName: 'rotate', AssumeRolePolicyDocument: policy });
  await change('CreateFunction', { FunctionName: 'rotate', Code: 'mysql-single-user', Role: ROLE });
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.heal();
  const made = await desk
    .as('riley')
    .send(new CreateSecretCommand({ Name: `db-${randomUUID()}`, SecretString: '{"password":"the value"}' }));
  arn = made.ARN ?? '';
  await desk.forgetCalls();
  desk.takeAudit();
});

const rotate = (more: object = {}, reason?: string) =>
  post(
    riley,
    {
      ...{ SecretId: arn, ClientRequestToken: randomUUID() },
      ...{ RotationLambdaARN: FUNCTION, RotateImmediately: true, ...more },
    },
    { operation: 'RotateSecret', ...(reason ? { reason } : {}) },
  );
const described = () => desk.as('riley').send(new DescribeSecretCommand({ SecretId: arn }));

test('a rotation begins once, leaves an audit line with its version, and holds no value', async () => {
  const token = randomUUID();
  const answer = await rotate(
    { ClientRequestToken: token, RotationRules: { AutomaticallyAfterDays: 30 } },
    'INC-1',
  );
  expect(answer.status).toBe(200);
  expect((await described()).VersionIdsToStages?.[token]).toContain('AWSPENDING');
  expect(await desk.count('RotateSecret')).toBe(1);
  const lines = desk.takeAudit();
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    ...{ operation: 'RotateSecret', effect: 'write', secret: arn, version: token },
    ...{ outcome: 'done', reason: 'INC-1' },
  });
  expect(lines[0]).not.toContain('the value');
});

test('the same form sent twice begins one rotation', async () => {
  const token = randomUUID();
  await rotate({ ClientRequestToken: token });
  expect((await rotate({ ClientRequestToken: token })).status).toBe(200);
  const pending = Object.values((await described()).VersionIdsToStages ?? {}).filter((labels) =>
    labels.includes('AWSPENDING'),
  );
  expect(pending).toHaveLength(1);
});

test('while a rotation is open the next is refused as unfinished, whatever AWS’s words', async () => {
  await rotate();
  const problem = await problemIn(await rotate());
  expect(problem).toMatchObject({ code: 'rotation-unfinished', status: 409, operation: 'RotateSecret' });
});

test('a function that does not exist is no missing right of the operator', async () => {
  const problem = await problemIn(await rotate({ RotationLambdaARN: `${FUNCTION}-none` }));
  expect(problem).toMatchObject({ code: 'function-not-invocable', status: 409 });
  expect(problem).not.toHaveProperty('action');
  expect((await described()).RotationEnabled).toBeUndefined();
});

test('an operator without the right hears which it is', async () => {
  await desk.fault({ kind: 'deny', operation: 'RotateSecret' });
  expect(await problemIn(await rotate())).toMatchObject({
    ...{ code: 'access-denied', action: 'secretsmanager:RotateSecret' },
  });
});

test.each([
  ['whether it rotates at once', { RotateImmediately: undefined }],
  ['no role of a partner', { ExternalSecretRotationRoleArn: ROLE }],
  ['no function by name', { RotationLambdaARN: 'rotate' }],
  [
    'no function of a host of one’s own',
    { RotationLambdaARN: 'arn:aws:lambda:evil.example:441200879921:function:a' },
  ],
  ['no days out of range', { RotationRules: { AutomaticallyAfterDays: 1_001 } }],
  ['no window in minutes', { RotationRules: { ScheduleExpression: 'rate(1 day)', Duration: '30m' } }],
])('the door wants %s', async (_, more) => {
  const problem = await problemIn(await rotate(more));
  expect(problem).toMatchObject({ code: 'input-invalid', status: 422 });
  expect(await desk.count('RotateSecret')).toBe(0);
});

test('what AWS does not take as a schedule comes back in its words', async () => {
  const problem = await problemIn(await rotate({ RotationRules: { ScheduleExpression: 'rate(3 hours)' } }));
  expect(problem).toMatchObject({ code: 'input-invalid', detail: expect.stringContaining('4 hours') });
});

test('cancelled: rotation is off, and the version that was begun keeps its label', async () => {
  const token = randomUUID();
  await rotate({ ClientRequestToken: token });
  const answer = await post(riley, { SecretId: arn }, { operation: 'CancelRotateSecret' });
  expect(answer.status).toBe(200);
  const seen = await described();
  expect(seen.RotationEnabled).toBe(false);
  expect(seen.VersionIdsToStages?.[token]).toContain('AWSPENDING');
});

test('tested without rotating: nothing is left once it is over', async () => {
  const token = randomUUID();
  expect((await rotate({ ClientRequestToken: token, RotateImmediately: false })).status).toBe(200);
  await desk.control('clock', { advance: 'PT30S' });
  expect((await described()).LastRotatedDate).toBeUndefined();
});

test('a lost answer is said to be lost, and AWS was asked once', async () => {
  await desk.fault({ kind: 'reset', operation: 'RotateSecret' });
  expect(await problemIn(await rotate())).toMatchObject({ code: 'answer-lost' });
  expect(await desk.count('RotateSecret')).toBe(1);
});
