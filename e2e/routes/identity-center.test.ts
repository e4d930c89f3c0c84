import { afterEach, expect, test, vi } from 'vitest';
import type { CenterAccounts, CenterRoles, DeviceCode } from '@/lib/contract/identity-center';
import { atDesk, CENTER_SETTINGS } from './at-desk';
import { openBrowser } from './browser';
import { get, problemIn } from './doors';

const HOME = '441200879921';
const HOUR = 3_600_000;

const at = atDesk({}, CENTER_SETTINGS);

afterEach(async () => {
  vi.useRealTimers();
  await assign('AdministratorAccess', true);
});

const json = async <T>(response: Promise<Response>): Promise<T> => (await response).json();
const begin = () => json<DeviceCode>(at.browser.center('begin'));
const approval = async () => (await json<{ state: string }>(at.browser.center('poll'))).state;
const answer = (userCode: string, name: string, allow = true) =>
  at.desk.control('device', { userCode, name, allow });
const assign = (role: string, assigned: boolean) =>
  at.desk.control('identity-center', { name: 'riley', account: HOME, role, assigned });

async function approved(name: string): Promise<void> {
  const { userCode } = await begin();
  await answer(userCode, name);
  expect(await approval()).toBe('approved');
}

async function signedIn(name: string, role: string): Promise<void> {
  await approved(name);
  expect((await at.browser.signIn('center', { account: HOME, role })).status).toBe(200);
}

const cookie = () => [...at.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
const scope = async () => (await at.browser.whoAmI()).operator?.scope ?? '';
const secrets = async () => {
  const query = { scope: await scope(), regions: 'us-east-1' };
  return get(undefined, '/api/views/inventory', query, { cookie: cookie() });
};

test('a person approves a code, chooses a role of theirs, and is known to AWS by their own name', async () => {
  const device = await begin();
  expect(device.userCode).toMatch(/^[A-Z]{4}-[A-Z]{4}$/);
  expect(await approval()).toBe('waiting');
  await answer(device.userCode, 'riley');
  expect(await approval()).toBe('approved');

  const { accounts } = await json<CenterAccounts>(at.browser.center('accounts'));
  expect(accounts.map(({ id }) => id)).toContain(HOME);
  const { roles } = await json<CenterRoles>(at.browser.center('roles', { account: HOME }));
  expect(roles).toContain('AdministratorAccess');

  expect((await at.browser.signIn('center', { account: HOME, role: 'AdministratorAccess' })).status).toBe(
    200,
  );
  const { operator } = await at.browser.whoAmI();
  expect(operator).toMatchObject({ name: 'riley', account: HOME, way: 'center' });
  expect(operator?.arn).toMatch(/:assumed-role\/AWSReservedSSO_AdministratorAccess_[0-9a-f]{16}\/riley$/);
});

test('nothing that is good for a sign-in leaves the server but inside encrypted cookies', async () => {
  const answers = [JSON.stringify(await begin())];
  const code = (JSON.parse(answers[0]!) as DeviceCode).userCode;
  await answer(code, 'riley');
  for (const step of ['poll', 'accounts']) answers.push(await (await at.browser.center(step)).text());
  await at.browser.signIn('center', { account: HOME, role: 'AdministratorAccess' });
  answers.push((await at.browser.whoAmI()).text);
  expect(answers.join()).not.toMatch(/token|secret|deviceCode|accessKey/i);
  for (const line of at.browser.set.values())
    if (!/csrf|callback-url/.test(line)) expect(line).toMatch(/HttpOnly/i);
});

test('the approval is over once it was used, and once its at.browser signs out', async () => {
  await signedIn('riley', 'AdministratorAccess');
  expect([...at.browser.cookies.keys()].filter((name) => name.includes('center'))).toEqual([]);
  expect(await problemIn(await at.browser.center('accounts'))).toMatchObject({
    code: 'sign-in-expired',
  });
  await at.browser.signOut();
  expect(await at.desk.count('Logout')).toBe(1);
  expect((await at.browser.whoAmI()).operator).toBeUndefined();
});

test('a code that was approved is worth nothing in another browser', async () => {
  const { userCode } = await begin();
  await answer(userCode, 'riley');
  const other = openBrowser();
  expect(await json(other.center('poll'))).toEqual({ state: 'expired' });
  expect((await other.center('accounts')).status).toBe(401);
  expect((await other.signIn('center', { account: HOME, role: 'AdministratorAccess' })).url).toMatch(
    /center-ended/,
  );
});

test('a denied code says so, and its cookie is gone', async () => {
  const { userCode } = await begin();
  await answer(userCode, 'riley', false);
  expect(await approval()).toBe('denied');
  expect(at.browser.cookies.size).toBe(0);
});

test('who gives up an approval ends it at AWS', async () => {
  await approved('riley');
  await at.browser.center('cancel');
  expect(await at.desk.count('Logout')).toBe(1);
  expect(at.browser.cookies.size).toBe(0);
});

test('a role that nobody was given, or a text that is none, signs nobody in', async () => {
  await approved('dana');
  for (const role of ['AdministratorAccess', '../x', '']) {
    expect((await at.browser.signIn('center', { account: HOME, role })).url).toMatch(/center-role-refused/);
  }
});

test('who has no account is told so by an empty list', async () => {
  await approved('noor');
  expect(await json(at.browser.center('accounts'))).toEqual({ accounts: [] });
});

test('credentials are fetched once, and anew before they end; a role taken away ends with them', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  await signedIn('riley', 'AdministratorAccess');
  expect((await secrets()).status).toBe(200);
  expect(await at.desk.count('GetRoleCredentials')).toBe(1);
  await assign('AdministratorAccess', false);
  expect((await secrets()).status).toBe(200);
  vi.setSystemTime(Date.now() + HOUR);
  expect(await problemIn(await secrets())).toMatchObject({ code: 'access-denied', status: 403 });
});

test('a token that is about to end is renewed, and the cookie holds the new one', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  await signedIn('riley', 'AdministratorAccess');
  const before = cookie();
  vi.setSystemTime(Date.now() + HOUR - 10 * 60_000);
  await at.browser.whoAmI();
  expect(cookie()).not.toBe(before);
  expect(await at.desk.count('CreateToken')).toBe(2);
  await at.browser.whoAmI();
  expect(await at.desk.count('CreateToken'), 'the cookie has it now').toBe(2);
});

test('a sign-in that was ended at IAM Identity Center ends here when it next has to ask', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  await signedIn('riley', 'AdministratorAccess');
  await at.desk.control('identity-center', { endTokens: 'riley' });
  vi.setSystemTime(Date.now() + HOUR);
  expect(await problemIn(await secrets())).toMatchObject({ code: 'sign-in-expired', status: 401 });
});

test.each([
  ['throttle', 'throttled'],
  ['error500', 'aws-unavailable'],
  ['reset', 'aws-unavailable'],
])('a code that AWS does not give for %s is a problem that says so', async (kind, code) => {
  await at.desk.fault({ kind, service: 'sso-oidc', operation: 'StartDeviceAuthorization' });
  expect(await problemIn(await at.browser.center('begin'))).toMatchObject({ code });
  expect(at.browser.cookies.size).toBe(0);
});

test('a start URL that IAM Identity Center does not know is said to be that, both ways', async () => {
  delete process.env.KEYTURN_SSO_START_URL;
  const center = { startUrl: 'https://mistyped.awsapps.com/start', region: 'us-east-1' };
  for (const [step, body] of [
    ['begin', center],
    ['depart', { center, back: '/' }],
  ] as const) {
    const { code, detail } = await problemIn(await at.browser.center(step, body));
    expect([step, code]).toEqual([step, 'input-invalid']);
    expect(detail).toMatch(/us-east-1 does not know this start URL/);
  }
  process.env.KEYTURN_SSO_START_URL = 'https://acme.awsapps.com/start';
});

test.each([
  ['begin', { startUrl: 'https://evil.example/start', region: 'us-east-1' }],
  ['accounts', { more: 1 }],
  ['roles', { account: '../1' }],
  ['roles', {}],
])('%s takes nothing but its own fields: %o', async (step, body) => {
  if (step !== 'begin') await approved('riley');
  delete process.env.KEYTURN_SSO_START_URL;
  const { status } = await at.browser.center(step, body);
  process.env.KEYTURN_SSO_START_URL = 'https://acme.awsapps.com/start';
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
});

test.each(['', 'constructor', '__proto__', 'logout'])('there is no step %o', async (step) => {
  expect((await at.browser.center(step)).status).toBe(404);
});
