import { randomUUID } from 'node:crypto';
import { CreateSecretCommand, RotateSecretCommand } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { POST as evidenceDoor } from '@/app/api/views/evidence/route';
import type { Diagnosed, EvidenceLine } from '@/lib/contract/rotation';
import { type Desk, openDesk, requestTo, type SignedIn } from './console';
import { problemIn } from './doors';

const HOST = 'orders.db.sandbox.invalid';
const ROLE = 'arn:aws:iam::441200879921:role/rotate';
const FUNCTION = 'arn:aws:lambda:us-east-1:441200879921:function:rotate';

let desk: Desk;
let riley: SignedIn;
let arn: string;
let version: string;
const change = (name: string, input: object) => desk.control('infrastructure', { change: name, input });

// A database that does not answer: the function says so in setSecret.
beforeAll(async () => {
  desk = await openDesk({ world: 'empty' });
  riley = await desk.signedIn('riley');
  const trust = [
    { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ];
  const policy = (Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
  await change('CreateRole', { RoleName: 'rotate', AssumeRolePolicyDocument: policy(trust) });
  await change('PutRolePolicy', {
    ...{ RoleName: 'rotate', PolicyName: 'Secrets' },
    PolicyDocument: policy([{ Effect: 'Allow', Action: ['secretsmanager:*'], Resource: '*' }]),
  });
  await change('CreateFunction', { FunctionName: 'rotate', Code: 'mysql-single-user', Role: ROLE });
  await desk.control('targets', { host: HOST, engine: 'mysql', user: 'app', password: 'another' });
  const SecretString = JSON.stringify({ engine: 'mysql', host: HOST, username: 'app', password: 'first' });
  const client = desk.as('riley');
  arn = (await client.send(new CreateSecretCommand({ Name: 'orders', SecretString }))).ARN ?? '';
  version = randomUUID();
  await client.send(
    new RotateSecretCommand({ SecretId: arn, ClientRequestToken: version, RotationLambdaARN: FUNCTION }),
  );
  await desk.control('clock', { advance: 'PT20S' });
});
afterAll(() => desk.close());
beforeEach(() => desk.heal());

const failed = async () => {
  const { now } = await (await fetch(`${desk.url}/_sandbox/clock`)).json();
  return new Date(Date.parse(now)).toISOString();
};
const ask = (more: object): Promise<Response> =>
  askAll([
    {
      ...{ arn, version, functionArn: FUNCTION },
      message: `Error when executing lambda ${FUNCTION} during setSecret step`,
      ...more,
    },
  ]);
const askAll = (attempts: readonly object[]) =>
  evidenceDoor(
    requestTo('/api/views/evidence', {
      method: 'POST',
      headers: { cookie: riley.cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ scope: riley.session.scope, attempts }),
    }),
  );
async function diagnosedIn(answer: Response): Promise<Diagnosed[]> {
  expect(answer.status).toBe(200);
  const lines: EvidenceLine[] = (await answer.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  return lines.flatMap((line) => (line.kind === 'diagnosed' ? [line.diagnosed] : []));
}
async function read(more: object = {}): Promise<Diagnosed> {
  const [diagnosed] = await diagnosedIn(await ask({ failed: await failed(), ...more }));
  if (!diagnosed) throw new Error('Nothing was diagnosed.');
  return diagnosed;
}

test('the lines of exactly the failed run, the cause they prove, and no password', async () => {
  const { log, causes, step, noLogs } = await read();
  expect(noLogs).toBeUndefined();
  expect(step).toBe('setSecret');
  expect(causes[0]?.cause).toMatch(/^database-/);
  expect(log.filter(({ text }) => text.startsWith('START RequestId'))).toHaveLength(1);
  expect(log.map(({ text }) => text).join('')).toContain('setSecret: Unable to log into database');
  const proof = causes[0]?.proofs.find(({ source }) => source === 'log');
  expect(log[proof?.line ?? -1]?.text.slice(proof?.start, proof?.end)).toContain('Unable to log into');
  expect(JSON.stringify(log)).not.toContain('"first"');
});

test('an operator who may not read the log hears so, and what else is known', async () => {
  await desk.fault({ kind: 'deny', service: 'logs' });
  const { log, noLogs, causes } = await read();
  expect(log).toEqual([]);
  expect(noLogs).toMatchObject({ because: 'denied', problem: { action: 'logs:FilterLogEvents' } });
  expect(causes).toHaveLength(1);
});

test('a function of another account has its log there', async () => {
  const elsewhere = FUNCTION.replace('441200879921', '771022840035');
  expect((await read({ functionArn: elsewhere })).noLogs).toMatchObject({ because: 'another-account' });
});

test('a run of which the group has nothing, and a group that is not there', async () => {
  expect((await read({ failed: '2025-01-01T00:00:00.000Z' })).noLogs?.because).toBe('no-lines');
  expect((await read({ functionArn: `${FUNCTION}-none` })).noLogs?.because).toBe('no-function');
});

test('runs that end at the same moment and name no secret are told as shared, and only as far as they agree', async () => {
  const cut = `${FUNCTION}-cut`;
  const VpcConfig = { VpcId: 'vpc-cut', SubnetIds: ['subnet-cut'], SecurityGroupIds: ['sg-cut'] };
  await change('CreateFunction', {
    ...{ FunctionName: 'rotate-cut', Code: 'mysql-single-user', Role: ROLE, VpcConfig },
  });
  const client = desk.as('riley');
  const arns: string[] = [];
  for (const Name of ['cut/one', 'cut/two', 'cut/three']) {
    const made = await client.send(new CreateSecretCommand({ Name, SecretString: '{"engine":"mysql"}' }));
    arns.push(made.ARN ?? '');
  }
  for (const SecretId of arns)
    await client.send(new RotateSecretCommand({ SecretId, RotationLambdaARN: cut }));
  // Its timeout is half a minute.
  await desk.control('clock', { advance: 'PT31S' });
  const at = await failed();
  const attempts = arns.map((secret) => ({
    ...{ arn: secret, functionArn: cut, failed: at, pendingStuck: true },
    message: `Error when executing lambda ${cut} during createSecret step`,
  }));
  const told = await diagnosedIn(await askAll(attempts));
  expect(told).toHaveLength(3);
  for (const { run, causes, log, noLogs } of told) {
    expect(noLogs).toBeUndefined();
    expect(run).toEqual({ by: 'shared', runs: 3, attempts: 3 });
    expect(causes[0]).toMatchObject({ cause: 'secrets-endpoint-unreachable', step: 'createSecret' });
    expect(causes[0]?.certainty).not.toBe('certain');
    expect(causes[0]?.proofs.at(-1)?.says).toContain('One of 3 runs that ended then');
    expect(causes.map(({ cause }) => cause)).not.toContain('pending-stuck');
    for (const secret of arns) expect(JSON.stringify(log)).not.toContain(secret);
  }
});

test('of a test nobody knows yet how it ended: its log tells, well or ill', async () => {
  const client = desk.as('riley');
  const host = 'tests.internal';
  const SecretString = JSON.stringify({ engine: 'mysql', host, username: 'app', password: 'first' });
  await desk.control('targets', { host, engine: 'mysql', user: 'app', password: 'first' });
  const tested = (await client.send(new CreateSecretCommand({ Name: 'tested', SecretString }))).ARN ?? '';
  const run = async () => {
    const token = randomUUID();
    const call = { SecretId: tested, ClientRequestToken: token, RotateImmediately: false };
    await client.send(new RotateSecretCommand({ ...call, RotationLambdaARN: FUNCTION }));
    await desk.control('clock', { advance: 'PT20S' });
    return read({ arn: tested, version: token, test: true, message: '' });
  };
  const well = await run();
  expect(well.causes).toEqual([]);
  expect(well.log.length).toBeGreaterThan(0);
  await desk.control('targets', { host, engine: 'mysql', user: 'app', password: 'another' });
  expect((await run()).causes[0]).toMatchObject({ cause: 'database-login-rejected', step: 'testSecret' });
});

test('the door wants an instant and the ARN of a function', async () => {
  expect(await problemIn(await ask({ failed: 'yesterday' }))).toMatchObject({ code: 'input-invalid' });
  expect(await problemIn(await ask({ failed: await failed(), functionArn: 'rotate' }))).toMatchObject({
    code: 'input-invalid',
  });
});
