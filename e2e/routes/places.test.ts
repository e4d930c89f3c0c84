import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { getToken } from 'next-auth/jwt';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AwsCredentials } from '@/lib/aws/credentials';
import type { CenterAccounts, CenterRoles } from '@/lib/contract/identity-center';
import { toSignIn } from '@/lib/server/session';
import { type Browser, openBrowser } from './browser';
import { type Desk, openDesk, requestTo, SECRET } from './console';
import { get, problemIn } from './doors';

const [HOME, SECOND, THIRD] = ['441200879921', '602733145908', '917350284466'] as const;
const ROLE = 'AdministratorAccess';

let desk: Desk;
let browser: Browser;

beforeAll(async () => {
  desk = await openDesk({ world: 'demo' });
  process.env.KEYTURN_SSO_START_URL = 'https://acme.awsapps.com/start';
  process.env.KEYTURN_SSO_REGION = 'us-east-1';
});
afterAll(async () => {
  delete process.env.KEYTURN_SSO_START_URL;
  delete process.env.KEYTURN_SSO_REGION;
  await desk.close();
});
beforeEach(async () => {
  browser = openBrowser();
  await desk.forgetCalls();
});
afterEach(() => desk.heal());

const operator = async () => (await browser.whoAmI()).operator!;
const scopes = async () => (await operator()).places.map(({ scope }) => scope);
const cookie = () => [...browser.cookies].map((pair) => pair.join('=')).join('; ');
const add = async (way: string, fields: Readonly<Record<string, string>>) =>
  browser.signIn(way, { ...fields, addTo: (await operator()).mark });

async function leave(scope: string): Promise<void> {
  const { csrfToken }: { csrfToken: string } = await (await browser.ask('csrf')).json();
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ csrfToken, data: { leave: scope } });
  expect((await browser.ask('session', { method: 'POST', headers, body })).status).toBe(200);
}

/** Signed in by IAM Identity Center, with one approval. */
async function atCenter(account: string): Promise<void> {
  const { userCode }: { userCode: string } = await (await browser.center('begin')).json();
  await desk.control('device', { userCode, name: 'riley', allow: true });
  await browser.center('poll');
  expect((await browser.signIn('center', { account, role: ROLE })).status).toBe(200);
}

const ask = (scope: string, headers = { cookie: cookie() }) =>
  get(undefined, '/api/views/inventory', { scope, regions: 'us-east-1' }, headers);

/** The accounts whose secrets a scope's listing tells of. */
async function accountsIn(scope: string): Promise<Set<string>> {
  const response = await ask(scope);
  expect(response.status).toBe(200);
  const arns = (await response.text()).matchAll(/"arn":"arn:aws:secretsmanager:[^:]+:(\d{12}):/g);
  return new Set([...arns].map(([, account]) => account!));
}

/** A secret in the account of a scope, made beside the console with the credentials it holds for it. */
async function createSecretIn(scope: string): Promise<void> {
  const token = await getToken({ req: requestTo('/', { headers: { cookie: cookie() } }), secret: SECRET });
  const place = toSignIn(token, Date.now())!.places.find((one) => one.scope === scope)!;
  const credentials = await (place.credentials as () => Promise<AwsCredentials>)();
  const client = new SecretsManagerClient({ region: 'us-east-1', endpoint: desk.url, credentials });
  await client.send(new CreateSecretCommand({ Name: `made-as/${scope}`, SecretString: 'x' }));
  client.destroy();
}

test('one approval at IAM Identity Center is good for every account AWS lists for it', async () => {
  await atCenter(HOME);
  const before = await operator();
  const { accounts }: CenterAccounts = await (await browser.center('more-accounts')).json();
  expect(accounts.map(({ id }) => id)).toEqual(expect.arrayContaining([HOME, SECOND, THIRD]));
  const { roles }: CenterRoles = await (await browser.center('more-roles', { account: SECOND })).json();
  expect(roles).toContain(ROLE);
  expect((await add('center', { account: SECOND, role: ROLE })).status).toBe(200);
  expect((await add('center', { account: THIRD, role: ROLE })).status).toBe(200);

  const { places, mark, expires, scope } = await operator();
  expect(places.map(({ account }) => account)).toEqual([HOME, SECOND, THIRD]);
  // It is the same sign-in: pages that are open go on, and it ends no later.
  expect({ mark, scope, expires }).toEqual({
    mark: before.mark,
    scope: before.scope,
    expires: before.expires,
  });
  expect(await desk.count('CreateToken')).toBe(1);
  // Each was proven, and each is known to AWS as the person.
  expect(await desk.count('GetCallerIdentity')).toBe(3);
  for (const { arn } of places) expect(arn).toMatch(/\/riley$/);
  for (const place of places) await createSecretIn(place.scope);
  for (const { scope: one, account } of places) expect(await accountsIn(one)).toEqual(new Set([account]));
});

test('a role that is taken away ends its own scope and no other', async () => {
  await atCenter(HOME);
  await desk.control('identity-center', { name: 'riley', account: SECOND, role: ROLE, assigned: false });
  const refused = await add('center', { account: SECOND, role: ROLE });
  expect(refused.url).toMatch(/center-role-refused/);
  await desk.control('identity-center', { name: 'riley', account: SECOND, role: ROLE, assigned: true });
  expect(await scopes()).toHaveLength(1);
});

test('with keys, and as an operator of the sandbox, each scope has keys of its own', async () => {
  await browser.signIn('sandbox', { operator: 'riley' });
  await add('sandbox', { operator: 'sam' });
  expect(await scopes()).toEqual([`${HOME}.riley`, `${HOME}.sam`]);
  await desk.forgetCalls();
  expect((await ask(`${HOME}.sam`)).status).toBe(200);
  await desk.fault({ kind: 'deny', principal: 'sam' });
  expect(await (await ask(`${HOME}.sam`)).text()).toContain('access-denied');
  expect(await (await ask(`${HOME}.riley`)).text()).not.toContain('access-denied');

  const { accessKeyId, secretAccessKey } = desk.session('dana').credentials;
  const other = await add('keys', { accessKeyId, secretAccessKey, region: 'us-east-1' });
  expect(other.url).toMatch(/other-way/);
  expect(await scopes()).toHaveLength(2);
});

test('a scope that is added twice is one', async () => {
  await browser.signIn('sandbox', { operator: 'riley' });
  await add('sandbox', { operator: 'sam' });
  await add('sandbox', { operator: 'sam' });
  await add('sandbox', { operator: 'riley' });
  expect(await scopes()).toEqual([`${HOME}.riley`, `${HOME}.sam`]);
});

test('what is not held is refused, and AWS is asked nothing', async () => {
  await browser.signIn('sandbox', { operator: 'riley' });
  await desk.forgetCalls();
  for (const scope of [`${SECOND}.riley`, `${HOME}.sam`]) {
    expect(await problemIn(await ask(scope))).toMatchObject({ code: 'scope-not-held', status: 403 });
  }
  expect(await desk.calls()).toEqual([]);
});

test('a scope that is left is gone, whichever it is; the last one is left by signing out', async () => {
  await browser.signIn('sandbox', { operator: 'riley' });
  await add('sandbox', { operator: 'sam' });
  await add('sandbox', { operator: 'dana' });
  await leave(`${HOME}.sam`);
  expect(await scopes()).toEqual([`${HOME}.riley`, `${HOME}.dana`]);
  expect((await ask(`${HOME}.sam`)).status).toBe(403);
  await leave(`${HOME}.riley`);
  expect(await operator()).toMatchObject({ name: 'dana', scope: `${HOME}.dana` });
  await leave(`${HOME}.dana`);
  await leave(`${HOME}.nobody`);
  expect(await scopes()).toEqual([`${HOME}.dana`]);
  await browser.signOut();
  expect((await browser.whoAmI()).operator).toBeUndefined();
});

test('nothing is added to a sign-in that is over, or that another page was loaded with', async () => {
  await browser.signIn('sandbox', { operator: 'riley' });
  const { mark } = await operator();
  await browser.signIn('sandbox', { operator: 'sam' });
  expect((await browser.signIn('sandbox', { operator: 'dana', addTo: mark })).url).toMatch(/sign-in-over/);
  expect(await scopes()).toEqual([`${HOME}.sam`]);
  await browser.signOut();
  expect((await browser.signIn('sandbox', { operator: 'dana', addTo: mark })).url).toMatch(/sign-in-over/);
  expect((await browser.whoAmI()).operator).toBeUndefined();
});
