import { randomUUID } from 'node:crypto';
import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  CancelRotateSecretCommand,
  CreateSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  RotateSecretCommand,
  type RotateSecretCommandInput,
  SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';

// A database, its secret and a rotation function in an empty world: everything over the wire.

const HOST = 'orders.db.sandbox.invalid';
const ROLE = 'arn:aws:iam::441200879921:role/rotate-orders';
const FUNCTION = 'arn:aws:lambda:us-east-1:441200879921:function:rotate-orders';

let sandbox: RunningSandbox;
let credentials: { accessKeyId: string; secretAccessKey: string };
const open: { destroy(): void }[] = [];
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, world: 'empty', deliveryMs: 0 });
  const operators = (await (await fetch(`${sandbox.url}/_sandbox/operators`)).json()) as {
    name: string;
    accessKeyId: string;
    secretAccessKey: string;
  }[];
  credentials = operators.find(({ name }) => name === 'riley')!;
});
afterEach(() => {
  for (const client of open.splice(0)) client.destroy();
});
afterAll(() => sandbox.close());

async function control(path: string, body: object): Promise<Record<string, unknown>> {
  const answer = await fetch(`${sandbox.url}/_sandbox/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  const read = (await answer.json()) as Record<string, unknown>;
  expect(answer.ok, JSON.stringify(read)).toBe(true);
  return read;
}

/** A client signs by the time it last heard, so each step of the clock wants a new one. */
function fresh<T extends { destroy(): void }>(make: (options: object) => T): T {
  const client = make({ endpoint: sandbox.url, region: 'us-east-1', maxAttempts: 1, credentials });
  open.push(client);
  return client;
}
const secrets = () => fresh((options) => new SecretsManagerClient(options));
const describe = () => secrets().send(new DescribeSecretCommand({ SecretId: 'orders' }));
const change = (name: string, input: object) => control('infrastructure', { change: name, input });
const pass = (advance: string) => control('clock', { advance });

async function login(VersionStage: string): Promise<unknown> {
  const { SecretString } = await secrets().send(
    new GetSecretValueCommand({ SecretId: 'orders', VersionStage }),
  );
  const { host, username: user, password } = JSON.parse(SecretString!);
  return (await control('targets/login', { host, user, password })).accepted;
}

async function rotate(more: Partial<RotateSecretCommandInput> = {}): Promise<string> {
  const ClientRequestToken = randomUUID();
  const input = { SecretId: 'orders', ClientRequestToken, RotationLambdaARN: FUNCTION, ...more };
  await secrets().send(new RotateSecretCommand(input));
  return ClientRequestToken;
}

async function lines(filterPattern: string): Promise<string[]> {
  const client = fresh((options) => new CloudWatchLogsClient(options));
  const found = await client.send(
    new FilterLogEventsCommand({ logGroupName: '/aws/lambda/rotate-orders', filterPattern }),
  );
  return (found.events ?? []).map(({ message }) => message ?? '');
}

beforeEach(async () => {
  await control('reset', { world: 'empty' });
  const Action = ['secretsmanager:*'];
  const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] };
  await control('infrastructure', {
    change: 'CreateRole',
    input: {
      RoleName: 'rotate-orders',
      AssumeRolePolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
        ],
      }),
    },
  });
  const rights = { RoleName: 'rotate-orders', PolicyName: 'Secrets', PolicyDocument: JSON.stringify(policy) };
  await change('PutRolePolicy', rights);
  await change('CreateFunction', { FunctionName: 'rotate-orders', Code: 'mysql-single-user', Role: ROLE });
  await control('targets', { host: HOST, engine: 'mysql', user: 'app', password: 'first' });
  const SecretString = JSON.stringify({ engine: 'mysql', host: HOST, username: 'app', password: 'first' });
  await secrets().send(new CreateSecretCommand({ Name: 'orders', SecretString }));
});

test('a rotation changes the password: the new one opens, the old one is dead, and a rolled back label opens nothing', async () => {
  expect(await login('AWSCURRENT')).toBe(true);
  const made = await rotate({ RotationRules: { AutomaticallyAfterDays: 30 } });
  await pass('PT20S');
  const { VersionIdsToStages, LastRotatedDate } = await describe();
  expect(VersionIdsToStages?.[made]).toContain('AWSCURRENT');
  expect(LastRotatedDate).toBeInstanceOf(Date);
  expect(await login('AWSCURRENT')).toBe(true);
  expect(await login('AWSPREVIOUS')).toBe(false);
  const before = Object.entries(VersionIdsToStages!).find(([, stages]) => stages.includes('AWSPREVIOUS'))![0];
  await secrets().send(
    new UpdateSecretVersionStageCommand({
      ...{ SecretId: 'orders', VersionStage: 'AWSCURRENT' },
      ...{ RemoveFromVersionId: made, MoveToVersionId: before },
    }),
  );
  expect(await login('AWSCURRENT')).toBe(false);
});

test('a rotation that fails says why in its log; mended, it succeeds when it is tried again', async () => {
  await control('targets', { host: HOST, user: 'app', password: 'changed by hand' });
  const made = await rotate();
  await pass('PT20S');
  expect((await describe()).VersionIdsToStages?.[made]).toEqual(['AWSPENDING']);
  const [said] = await lines('"[ERROR] ValueError"');
  expect(said).toContain('setSecret: Unable to log into database with previous, current, or pending secret');
  const about = await lines(`"${made}"`);
  expect(about.join('')).toContain('createSecret: Successfully put secret');
  await expect(rotate()).rejects.toMatchObject({ name: 'InvalidRequestException' });
  await control('targets', { host: HOST, user: 'app', password: 'first' });
  await pass('PT2H');
  expect((await describe()).VersionIdsToStages?.[made]).toContain('AWSCURRENT');
  expect(await login('AWSCURRENT')).toBe(true);
});

test('a schedule comes in its window, once the clock is there', async () => {
  await rotate({ RotationRules: { ScheduleExpression: 'rate(1 day)' }, RotateImmediately: false });
  await pass('PT20S');
  const before = await describe();
  expect(before.LastRotatedDate).toBeUndefined();
  expect(Object.keys(before.VersionIdsToStages ?? {})).toHaveLength(1);
  await pass('P2D');
  const after = await describe();
  expect(after.LastRotatedDate!.getTime()).toBeGreaterThan(before.LastChangedDate!.getTime());
  expect(after.LastRotatedDate!.getUTCHours()).toBe(0);
  expect(await login('AWSCURRENT')).toBe(true);
  expect(await login('AWSPREVIOUS')).toBe(false);
});

test('cancelled: AWSPENDING stays, nothing is tried again, and a new rotation waits until it is gone', async () => {
  await control('targets', { host: HOST, health: 'closed' });
  const stuck = await rotate({ RotationRules: { AutomaticallyAfterDays: 1 } });
  await pass('PT20S');
  const cancelled = await secrets().send(new CancelRotateSecretCommand({ SecretId: 'orders' }));
  expect(cancelled.VersionId).toBe(stuck);
  const failures = (await lines('"[ERROR] ValueError"')).length;
  await pass('P3D');
  expect(await describe()).toMatchObject({ RotationEnabled: false });
  expect(await lines('"[ERROR] ValueError"')).toHaveLength(failures);
  await control('targets', { host: HOST, health: 'up' });
  await expect(rotate()).rejects.toMatchObject({
    message: "A previous rotation isn't complete. That rotation will be reattempted.",
  });
  await secrets().send(
    new UpdateSecretVersionStageCommand({
      ...{ SecretId: 'orders', VersionStage: 'AWSPENDING', RemoveFromVersionId: stuck },
    }),
  );
  const made = await rotate();
  await pass('PT20S');
  expect((await describe()).VersionIdsToStages?.[made]).toContain('AWSCURRENT');
});

test('a value put by hand while a rotation is open abandons it', async () => {
  await control('targets', { host: HOST, health: 'closed' });
  const open = await rotate();
  await pass('PT20S');
  const SecretString = JSON.stringify({ engine: 'mysql', host: HOST, username: 'app', password: 'first' });
  await secrets().send(new PutSecretValueCommand({ SecretId: 'orders', SecretString }));
  expect((await describe()).VersionIdsToStages).not.toHaveProperty(open);
  await control('targets', { host: HOST, health: 'up' });
  await pass('PT6H');
  expect(await login('AWSCURRENT')).toBe(true);
});

test('a permission taken from the function and given back; its time cut short', async () => {
  const policy = { FunctionName: 'rotate-orders', StatementId: 'SecretsManagerAccess' };
  await change('RemovePermission', policy);
  await expect(rotate()).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringContaining('Secrets Manager cannot invoke the specified Lambda function.'),
  });
  await change('AddPermission', policy);
  await control('targets', { host: HOST, slowMs: 20_000 });
  await change('UpdateFunctionConfiguration', { FunctionName: 'rotate-orders', Timeout: 3 });
  const lambda = fresh((options) => new LambdaClient(options));
  const { Timeout } = await lambda.send(
    new GetFunctionConfigurationCommand({ FunctionName: 'rotate-orders' }),
  );
  expect(Timeout).toBe(3);
  await rotate();
  await pass('PT30S');
  expect(await lines('"Task timed out after 3.03 seconds"')).toHaveLength(1);
});
