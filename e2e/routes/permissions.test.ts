import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { GET as permissionsDoor } from '@/app/api/views/permissions/route';
import { POST as simulationDoor } from '@/app/api/views/simulation/route';
import type { PermissionsReading, SimulationReading } from '@/lib/contract/permissions';
import { leastPolicy } from '@/lib/domain/permissions/least-policy';
import { actionsOf, rights } from '@/lib/domain/permissions/rights';
import { type Desk, openDesk, requestTo, type SignedIn } from './console';
import { inventory, moveLabel, post, problemIn } from './doors';
import { type Made, makeSecret } from './secrets';

const ACCOUNT = '441200879921';

let desk: Desk;
let inProd: Made;
let elsewhere: Made;
beforeAll(async () => {
  desk = await openDesk({ world: 'empty', quotas: false });
  inProd = await makeSecret(desk.as('riley'), 'prod/payments/db', 2);
  elsewhere = await makeSecret(desk.as('riley'), 'dev/payments/db', 2);
});
afterAll(() => desk.close());
beforeEach(() => desk.forgetCalls());

async function answersTo({ session, cookie }: SignedIn): Promise<PermissionsReading> {
  const path = `/api/views/permissions?${new URLSearchParams({ scope: session.scope })}`;
  const answer = await permissionsDoor(requestTo(path, { headers: { cookie } }));
  expect(answer.status).toBe(200);
  return answer.json();
}

async function simulationFor(who: SignedIn, more: object = {}): Promise<SimulationReading> {
  const answer = await simulationDoor(
    requestTo('/api/views/simulation', {
      method: 'POST',
      headers: { cookie: who.cookie, 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ scope: who.session.scope, regions: ['us-east-1'], secrets: 'prod/', functions: '' },
        ...more,
      }),
    }),
  );
  expect(answer.status).toBe(200);
  return answer.json();
}

const move = (who: SignedIn, { arn, versions: [first, second] }: Made) =>
  moveLabel(who, arn, { from: second ?? '', to: first ?? '' });

describe('what AWS has answered', () => {
  test('is known by action, region and resource, of this sign-in and scope alone, and asks AWS nothing', async () => {
    const sam = await desk.signedIn('sam', { sid: 'answered' });
    expect(await answersTo(sam)).toEqual({ answered: [] });
    await post(sam, { SecretId: inProd.arn }, { operation: 'DescribeSecret' });
    expect((await move(sam, inProd)).status).toBe(403);
    await desk.forgetCalls();
    const { answered } = await answersTo(sam);
    expect(await desk.calls()).toEqual([]);
    const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
    expect(answered).toContainEqual({
      ...{ action: 'secretsmanager:DescribeSecret', region: 'us-east-1', allowedAt: at, refusals: [] },
    });
    expect(answered).toContainEqual({
      ...{ action: 'secretsmanager:UpdateSecretVersionStage', region: 'us-east-1' },
      refusals: [
        {
          ...{ at, resource: inProd.arn },
          detail: expect.stringContaining('because no identity-based policy allows'),
        },
      ],
    });
    expect(await answersTo(await desk.signedIn('sam', { sid: 'another' }))).toEqual({ answered: [] });
  });

  test('of a failure that refuses no right nothing is noted', async () => {
    const riley = await desk.signedIn('riley', { sid: 'failing' });
    await desk.fault({ kind: 'error500', operation: 'DescribeSecret' });
    await post(riley, { SecretId: inProd.arn }, { operation: 'DescribeSecret' });
    await desk.heal();
    expect((await answersTo(riley)).answered).toEqual([]);
  });

  test('the answers of another scope are refused', async () => {
    const { cookie } = await desk.signedIn('sam');
    const path = `/api/views/permissions?${new URLSearchParams({ scope: `${ACCOUNT}.riley` })}`;
    expect((await problemIn(await permissionsDoor(requestTo(path, { headers: { cookie } })))).status).toBe(
      403,
    );
  });
});

describe('what IAM simulates', () => {
  test('a user’s own policies, every action of the table', async () => {
    const { source, simulated, problem } = await simulationFor(await desk.signedIn('riley'));
    expect([source, problem]).toEqual([`arn:aws:iam::${ACCOUNT}:user/riley`, undefined]);
    expect(new Set(simulated.map(({ action }) => action))).toEqual(new Set(actionsOf(rights).keys()));
    expect(new Set(simulated.map(({ decision }) => decision))).toEqual(new Set(['allowed']));
    expect(simulated[0]?.policies).toEqual(['Administrator']);
    // One call for each kind of resource, and nothing is tried.
    const kinds = new Set(actionsOf(rights).values()).size;
    expect(await desk.calls()).toMatchObject([
      { service: 'iam', operation: 'SimulatePrincipalPolicy', count: kinds },
    ]);
  });

  test('who may not simulate is told the missing action, and nothing else changes', async () => {
    const dana = await desk.signedIn('dana', { sid: 'may not simulate' });
    const { simulated, problem } = await simulationFor(dana);
    expect(simulated).toEqual([]);
    expect(problem).toMatchObject({ code: 'access-denied', action: 'iam:SimulatePrincipalPolicy' });
    expect((await answersTo(dana)).answered).toMatchObject([{ action: 'iam:SimulatePrincipalPolicy' }]);
  });

  test('a session’s role is found out by IAM, or typed; its regions are told apart', async () => {
    const noor = await desk.signedIn('noor');
    expect((await simulationFor(noor)).problem).toMatchObject({ action: 'iam:GetRole' });
    const role = `arn:aws:iam::${ACCOUNT}:role/RegionLimited`;
    expect((await simulationFor(noor, { role })).problem).toMatchObject({
      action: 'iam:SimulatePrincipalPolicy',
    });
    // The rights of another role are not shown instead.
    const other = `arn:aws:iam::${ACCOUNT}:role/Another`;
    expect((await simulationFor(noor, { role: other })).problem).toMatchObject({ action: 'iam:GetRole' });
    const own = { Effect: 'Allow', Action: ['iam:GetRole', 'iam:SimulatePrincipalPolicy'], Resource: role };
    await desk.control('infrastructure', {
      change: 'PutRolePolicy',
      input: {
        ...{ RoleName: 'RegionLimited', PolicyName: 'Own' },
        PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: own }),
      },
    });
    const { source, simulated } = await simulationFor(noor, { regions: ['us-east-1', 'ap-southeast-2'] });
    expect(source).toBe(role);
    const found = (region: string) =>
      simulated.find((one) => one.region === region && one.action === 'secretsmanager:RotateSecret');
    expect(found('us-east-1')).toMatchObject({ decision: 'allowed', policies: ['SecretsAdministrator'] });
    expect(found('ap-southeast-2')).toMatchObject({ decision: 'denied', policies: ['NotInSydney'] });
  });

  test('root cannot be simulated, and AWS is not asked', async () => {
    const root = await desk.signedIn('riley', { arn: `arn:aws:iam::${ACCOUNT}:root` });
    expect((await simulationFor(root)).problem).toMatchObject({
      detail: expect.stringContaining('root user'),
    });
    expect(await desk.calls()).toEqual([]);
  });
});

test('the least policy allows what was ticked where it was meant, and nothing else', async () => {
  const RoleName = 'least';
  const trust = {
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
    Action: 'sts:AssumeRole',
  };
  const policy = leastPolicy(
    rights.filter(({ id }) =>
      ['regions', 'secrets', 'secret', 'run-log', 'roll-back', 'replicate'].includes(id),
    ),
    { partition: 'aws', account: ACCOUNT, regions: ['us-east-1'], secrets: 'prod/', functions: '' },
  );
  const change = (what: string, input: object) => desk.control('infrastructure', { change: what, input });
  const document = (Statement: object) => JSON.stringify({ Version: '2012-10-17', Statement });
  await change('CreateRole', { RoleName, AssumeRolePolicyDocument: document(trust) });
  await change('PutRolePolicy', { RoleName, PolicyName: 'least', PolicyDocument: JSON.stringify(policy) });
  const { accessKeyId, secretAccessKey } = desk.session('riley').credentials;
  const sts = new STSClient({
    ...{ region: 'us-east-1', endpoint: desk.url, credentials: { accessKeyId, secretAccessKey } },
  });
  const RoleArn = `arn:aws:iam::${ACCOUNT}:role/${RoleName}`;
  const { Credentials: given } = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'kim' }));
  sts.destroy();
  const kim = await desk.signedIn('riley', {
    ...{ name: 'kim', arn: `arn:aws:sts::${ACCOUNT}:assumed-role/least/kim`, scope: `${ACCOUNT}.least` },
    credentials: {
      accessKeyId: given?.AccessKeyId ?? '',
      secretAccessKey: given?.SecretAccessKey ?? '',
      sessionToken: given?.SessionToken ?? '',
    },
  });
  const lines = await inventory(kim, { regions: 'us-east-1' });
  expect(JSON.stringify(lines)).toContain('prod/payments/db');
  expect(JSON.stringify(await inventory(kim, { regions: 'eu-west-1' }))).toContain('access-denied');
  expect((await move(kim, inProd)).status).toBe(200);
  expect((await move(kim, elsewhere)).status).toBe(403);
  const describe = (SecretId: string) => post(kim, { SecretId }, { operation: 'DescribeSecret' });
  expect((await describe(inProd.arn)).status).toBe(200);
  expect((await describe(elsewhere.arn)).status).toBe(403);
});
