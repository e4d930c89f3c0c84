import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { getToken } from 'next-auth/jwt';
import { afterEach, expect, test, vi } from 'vitest';
import type { AwsCredentials } from '@/lib/aws/credentials';
import type { CenterAccounts, CenterRoles } from '@/lib/contract/identity-center';
import { toSignIn } from '@/lib/server/session';
import { atDesk, CENTER_SETTINGS } from './at-desk';
import { openBrowser } from './browser';
import { ORIGIN, requestTo, SECRET } from './console';
import { get, post, problemIn } from './doors';

// In one file, though long: all of it is one desk with the same browsers.

const [HOME, SECOND, THIRD] = ['441200879921', '602733145908', '917350284466'] as const;
const ROLE = 'AdministratorAccess';

const at = atDesk({ world: 'demo' }, CENTER_SETTINGS);

afterEach(() => {
  vi.useRealTimers();
});

const operator = async () => (await at.browser.whoAmI()).operator!;
const scopes = async () => (await operator()).places.map(({ scope }) => scope);
const cookie = () => [...at.browser.cookies].map((pair) => pair.join('=')).join('; ');
const add = async (way: string, fields: Readonly<Record<string, string>>) =>
  at.browser.signIn(way, { ...fields, addTo: (await operator()).mark });

async function leave(scope: string): Promise<void> {
  const { csrfToken }: { csrfToken: string } = await (await at.browser.ask('csrf')).json();
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ csrfToken, data: { leave: scope } });
  expect((await at.browser.ask('session', { method: 'POST', headers, body })).status).toBe(200);
}

/** Signed in by IAM Identity Center, with one approval. */
async function atCenter(account: string): Promise<void> {
  const { userCode }: { userCode: string } = await (await at.browser.center('begin')).json();
  await at.desk.control('device', { userCode, name: 'riley', allow: true });
  await at.browser.center('poll');
  expect((await at.browser.signIn('center', { account, role: ROLE })).status).toBe(200);
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
  const client = new SecretsManagerClient({ region: 'us-east-1', endpoint: at.desk.url, credentials });
  await client.send(new CreateSecretCommand({ Name: `made-as/${scope}`, SecretString: 'x' }));
  client.destroy();
}

test('one approval at IAM Identity Center is good for every account AWS lists for it', async () => {
  await atCenter(HOME);
  const before = await operator();
  const { accounts }: CenterAccounts = await (await at.browser.center('more-accounts')).json();
  expect(accounts.map(({ id }) => id)).toEqual(expect.arrayContaining([HOME, SECOND, THIRD]));
  const { roles }: CenterRoles = await (await at.browser.center('more-roles', { account: SECOND })).json();
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
  expect(await at.desk.count('CreateToken')).toBe(1);
  // Each was proven, and each is known to AWS as the person.
  expect(await at.desk.count('GetCallerIdentity')).toBe(3);
  for (const { arn } of places) expect(arn).toMatch(/\/riley$/);
  for (const place of places) await createSecretIn(place.scope);
  for (const { scope: one, account } of places) expect(await accountsIn(one)).toEqual(new Set([account]));
});

test('a role that is taken away ends its own scope and no other', async () => {
  await atCenter(HOME);
  await at.desk.control('identity-center', { name: 'riley', account: SECOND, role: ROLE, assigned: false });
  const refused = await add('center', { account: SECOND, role: ROLE });
  expect(refused.url).toMatch(/center-role-refused/);
  expect(await scopes()).toHaveLength(1);
  const assigned = (account: string, on: boolean) =>
    at.desk.control('identity-center', { name: 'riley', account, role: ROLE, assigned: on });
  await assigned(SECOND, true);
  await add('center', { account: SECOND, role: ROLE });
  const [here, there] = await scopes();
  await assigned(SECOND, false);
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.now() + 3_600_000);
  expect(await problemIn(await ask(there!))).toMatchObject({ code: 'access-denied', status: 403 });
  expect((await ask(here!)).status).toBe(200);
  // One token stands behind both: ended at IAM Identity Center, it is the sign-in that is over.
  await at.desk.control('identity-center', { endTokens: 'riley' });
  vi.setSystemTime(Date.now() + 3_600_000);
  expect(await problemIn(await ask(here!))).toMatchObject({ code: 'sign-in-expired', status: 401 });
  vi.useRealTimers();
  await assigned(SECOND, true);
});

test('with keys, and as an operator of the sandbox, each scope has keys of its own', async () => {
  await at.browser.signIn('sandbox', { operator: 'riley' });
  await add('sandbox', { operator: 'sam' });
  expect(await scopes()).toEqual([`${HOME}.riley`, `${HOME}.sam`]);
  await at.desk.forgetCalls();
  expect((await ask(`${HOME}.sam`)).status).toBe(200);
  await at.desk.fault({ kind: 'deny', principal: 'sam' });
  expect(await (await ask(`${HOME}.sam`)).text()).toContain('access-denied');
  expect(await (await ask(`${HOME}.riley`)).text()).not.toContain('access-denied');

  const { accessKeyId, secretAccessKey } = at.desk.session('dana').credentials;
  const other = await add('keys', { accessKeyId, secretAccessKey, region: 'us-east-1' });
  expect(other.url).toMatch(/other-way/);
  expect(await scopes()).toHaveLength(2);
});

test('keys that have ended end their own scope, which comes back with new ones', async () => {
  const keysOf = async (seconds: number): Promise<Record<string, string>> => {
    const { expiration: _, ...keys } = await at.desk.control('sessions', { name: 'sam', seconds });
    return { ...keys, region: 'us-east-1' };
  };
  const { accessKeyId, secretAccessKey } = at.desk.session('riley').credentials;
  await at.browser.signIn('keys', { accessKeyId, secretAccessKey, region: 'us-east-1' });
  await add('keys', await keysOf(900));
  const [, sam] = await scopes();
  expect(await (await ask(sam!)).text()).toContain('region-done');
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.now() + 3_600_000);
  const ended = await (await ask(sam!)).text();
  expect(ended).toContain('"code":"scope-ended"');
  expect(ended).not.toContain('sign-in-expired');
  const tried = await post(
    undefined,
    { SecretId: `arn:aws:secretsmanager:us-east-1:${HOME}:secret:a-abcdef` },
    {
      ...{ scope: sam!, operation: 'DescribeSecret', headers: { cookie: cookie() } },
    },
  );
  expect(await problemIn(tried)).toMatchObject({ code: 'scope-ended', status: 401 });
  expect(await (await ask(`${HOME}.riley`)).text()).toContain('region-done');

  await add('keys', await keysOf(7_200));
  expect(await scopes()).toEqual([`${HOME}.riley`, sam]);
  expect(await (await ask(sam!)).text()).toContain('region-done');
  // With one scope left it is the sign-in that ends.
  await leave(`${HOME}.riley`);
  vi.setSystemTime(Date.now() + 2 * 3_600_000);
  expect(await (await ask(sam!)).text()).toContain('"code":"sign-in-expired"');
});

test('a role that the keys may assume is a scope of one hour, with what its trust policy asks for', async () => {
  await at.browser.signIn('sandbox', { operator: 'riley' });
  const from = `${HOME}.riley`;
  const assume = async (role: string, more: Readonly<Record<string, string>> = {}) =>
    new URL(
      (await add('role', { from, role, externalId: '', device: '', code: '', ...more })).url,
      ORIGIN,
    ).searchParams.get('error');
  const away = `arn:aws:iam::${SECOND}:role/OrganizationAccountAccessRole`;
  const audit = `arn:aws:iam::${THIRD}:role/PartnerAudit`;
  expect(await assume(away)).toBeNull();
  expect(await assume(audit)).toBe('role-refused');
  expect(await assume(audit, { externalId: 'acme-audit' })).toBeNull();
  for (const [role, more] of [
    ['admin', {}],
    [`${away} `, {}],
    [audit, { externalId: 'a b' }],
    [away, { device: `arn:aws:iam::${HOME}:mfa/riley`, code: '12345' }],
    [away, { from: 'nobody' }],
  ] as const) {
    expect(await assume(role, more)).toBe('role-malformed');
  }
  expect(await assume(away, { from: `${SECOND}.nobody` })).toBe('sign-in-over');

  const { places } = await operator();
  expect(places.map(({ account }) => account)).toEqual([HOME, SECOND, THIRD]);
  for (const { expires, name } of places.slice(1)) {
    expect(name).toBe('riley');
    expect(Date.parse(expires ?? '') - Date.now()).toBeGreaterThan(3_500_000);
    expect(Date.parse(expires ?? '') - Date.now()).toBeLessThanOrEqual(3_600_000);
  }
  expect(await accountsIn(places[1]!.scope)).toEqual(new Set([SECOND]));
  // Not by a way whose credentials come from elsewhere, and never as a sign-in of its own.
  expect((await at.browser.signIn('role', { from, role: away })).url).toMatch(/sign-in-over/);
  at.browser = openBrowser();
  await atCenter(HOME);
  const { scope } = await operator();
  expect((await add('role', { from: scope, role: away })).url).toMatch(/other-way/);
});

test('a scope that is added twice is one', async () => {
  await at.browser.signIn('sandbox', { operator: 'riley' });
  await add('sandbox', { operator: 'sam' });
  await add('sandbox', { operator: 'sam' });
  await add('sandbox', { operator: 'riley' });
  expect(await scopes()).toEqual([`${HOME}.riley`, `${HOME}.sam`]);
});

test('what is not held is refused, and AWS is asked nothing', async () => {
  await at.browser.signIn('sandbox', { operator: 'riley' });
  await at.desk.forgetCalls();
  for (const scope of [`${SECOND}.riley`, `${HOME}.sam`]) {
    expect(await problemIn(await ask(scope))).toMatchObject({ code: 'scope-not-held', status: 403 });
  }
  expect(await at.desk.calls()).toEqual([]);
});

test('a scope that is left is gone, whichever it is; the last one is left by signing out', async () => {
  await at.browser.signIn('sandbox', { operator: 'riley' });
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
  await at.browser.signOut();
  expect((await at.browser.whoAmI()).operator).toBeUndefined();
});

test('nothing is added to a sign-in that is over, or that another page was loaded with', async () => {
  await at.browser.signIn('sandbox', { operator: 'riley' });
  const { mark } = await operator();
  await at.browser.signIn('sandbox', { operator: 'sam' });
  expect((await at.browser.signIn('sandbox', { operator: 'dana', addTo: mark })).url).toMatch(/sign-in-over/);
  expect(await scopes()).toEqual([`${HOME}.sam`]);
  await at.browser.signOut();
  expect((await at.browser.signIn('sandbox', { operator: 'dana', addTo: mark })).url).toMatch(/sign-in-over/);
  expect((await at.browser.whoAmI()).operator).toBeUndefined();
});
