import { DescribeSecretCommand } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { GET as functionDoor } from '@/app/api/views/function/route';
import { POST as suspectsDoor } from '@/app/api/views/suspects/route';
import type { FunctionReading } from '@/lib/contract/answers';
import type { SuspectsReading } from '@/lib/contract/rotation';
import { type Desk, openDesk, requestTo, type SignedIn } from './console';
import { problemIn } from './doors';

let desk: Desk;
let riley: SignedIn;
beforeAll(async () => {
  desk = await openDesk({ world: 'demo', quotas: false });
  riley = await desk.signedIn('riley');
}, 60_000);
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.heal();
  await desk.forgetCalls();
});

const arnOf = (name: string) => `arn:aws:lambda:us-east-1:441200879921:function:${name}`;
async function factsOf(name: string) {
  const query = new URLSearchParams({ scope: riley.session.scope, function: arnOf(name) });
  const answer = await functionDoor(
    requestTo(`/api/views/function?${query}`, { headers: { cookie: riley.cookie } }),
  );
  const { facts, at }: FunctionReading = await answer.json();
  return { facts, now: Date.parse(at) };
}
const ask = (who: SignedIn, body: object) =>
  suspectsDoor(
    requestTo('/api/views/suspects', {
      method: 'POST',
      headers: { cookie: who.cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ scope: who.session.scope, region: 'us-east-1', ...body }),
    }),
  );
async function read(
  who: SignedIn,
  name: string,
  cause: string,
  hoursAgo: number,
  more: object = {},
): Promise<SuspectsReading> {
  const { facts, now } = await factsOf(name);
  const { role, vpc } = facts;
  const before = new Date(now - hoursAgo * 3_600_000).toISOString();
  const answer = await ask(who, { cause, before, functionArn: arnOf(name), role, vpc, ...more });
  expect(answer.status).toBe(200);
  return answer.json();
}

// The function, why it fails, since when, and the change that did it: whether it touches what they share.
test.each([
  ['rotate-mysql', 'database-unreachable', 8.95, 'RevokeSecurityGroupIngress', 'likely'],
  ['rotate-mariadb', 'lambda-not-invocable', 6.85, 'RemovePermission20150331v2', 'likely'],
  ['rotate-oracle', 'lambda-timeout', 12.3, 'UpdateFunctionConfiguration20150331v2', 'likely'],
  ['rotate-aurora', 'secrets-endpoint-unreachable', 1.5, 'DeleteVpcEndpoints', 'possible'],
])('%s, %s: the change before it is told with its author', async (name, cause, hours, change, certainty) => {
  const { changes, searched, problems } = await read(riley, name, cause, hours);
  expect(changes[0]).toMatchObject({ name: change, certainty });
  expect(changes[0]?.by.name).not.toBe('unknown');
  expect(searched.map((one) => one.name)).toContain(change);
  expect(problems).toEqual([]);
});

test.each([
  ['rotate-vault', 'kms-key-unavailable', 14.85, 'DisableKey', 'alias/vault'],
  ['rotate-treasury', 'kms-permission-denied', 12.85, 'PutKeyPolicy', 'alias/treasury'],
])('%s, %s: the changed key is the one its alias leads to', async (name, cause, hours, change, key) => {
  const { changes, problems } = await read(riley, name, cause, hours, { key });
  expect(problems).toEqual([]);
  expect(changes[0]).toMatchObject({ name: change, certainty: 'likely' });
});

test('an alias that may not be resolved is told, and its key is possible', async () => {
  await desk.fault({ kind: 'deny', service: 'kms', operation: 'DescribeKey' });
  const { changes, problems } = await read(riley, 'rotate-vault', 'kms-key-unavailable', 14.86, {
    key: 'alias/vault',
  });
  expect(problems).toMatchObject([{ problem: { code: 'access-denied', action: 'kms:DescribeKey' } }]);
  expect(changes[0]).toMatchObject({ name: 'DisableKey', certainty: 'possible' });
});

test('what a rotation wrote itself, a second before it failed, is no suspect', async () => {
  const { ARN } = await desk
    .as('riley')
    .send(new DescribeSecretCommand({ SecretId: 'prod/kiosk/postgres-app' }));
  const { changes, searched } = await read(riley, 'rotate-kiosk', 'database-login-rejected', 7.39, {
    arns: [ARN],
  });
  expect(searched.map(({ name }) => name)).toContain('PutSecretValue');
  expect(changes).toEqual([]);
});

test('four look-ups at most, and none the second time', async () => {
  await read(riley, 'rotate-search', 'secrets-permission-denied', 5.2);
  expect(await desk.count('LookupEvents')).toBeLessThanOrEqual(4);
  const { facts, now } = await factsOf('rotate-search');
  const body = { cause: 'kms-key-unavailable', before: new Date(now).toISOString(), role: facts.role };
  await ask(riley, body);
  await desk.forgetCalls();
  expect((await ask(riley, body)).status).toBe(200);
  expect(await desk.count('LookupEvents')).toBe(0);
});

test('a cause no change explains looks nothing up', async () => {
  const answer = await ask(riley, { cause: 'unknown', before: '2026-01-01T00:00:00.000Z' });
  expect(await answer.json()).toEqual({ changes: [], searched: [], problems: [] });
  expect(await desk.count('LookupEvents')).toBe(0);
});

test('a refused look-up is told, and is asked again the next time', async () => {
  await desk.fault({ kind: 'deny', service: 'cloudtrail' });
  const body = { cause: 'lambda-missing', before: '2026-02-01T00:00:00.000Z' };
  const refused: SuspectsReading = await (await ask(riley, body)).json();
  expect(await desk.count('LookupEvents')).toBe(1);
  expect(refused.problems).toMatchObject([{ region: 'us-east-1', problem: { code: 'access-denied' } }]);
  await desk.heal();
  const answered: SuspectsReading = await (await ask(riley, body)).json();
  expect(answered.problems).toEqual([]);
});

test('a region that refuses is asked once, and the other one answers', async () => {
  await desk.fault({ kind: 'deny', service: 'cloudtrail', region: 'us-east-1' });
  const body = { region: 'us-west-2', cause: 'secrets-permission-denied', before: new Date().toISOString() };
  const { problems, searched }: SuspectsReading = await (await ask(riley, body)).json();
  expect(problems).toMatchObject([{ region: 'us-east-1', problem: { code: 'access-denied' } }]);
  expect(searched.map(({ region, name }) => [region, name])).toEqual([['us-west-2', 'PutResourcePolicy']]);
  expect(await desk.count('LookupEvents')).toBe(2);
});

test('the door takes a cause of the list and an instant', async () => {
  for (const body of [
    { cause: 'bad luck', before: '2026-01-01T00:00:00.000Z' },
    { cause: 'throttled', before: 'x' },
  ])
    expect(await problemIn(await ask(riley, body))).toMatchObject({ code: 'input-invalid' });
});
