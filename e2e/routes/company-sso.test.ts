import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { POST as step } from '@/app/api/company-sso/[step]/route';
import type { CompanyRoles } from '@/lib/contract/company-sso';
import {
  type CompanyProvider,
  companySettings,
  OPERATOR,
  startCompanyProvider,
} from '../company-provider.ts';
import { atProvider } from './at-provider';
import { type Browser, openBrowser } from './browser';
import { type Desk, ORIGIN, openDesk, requestTo } from './console';
import { get, problemIn } from './doors';

const HOUR = 3_600_000;

let desk: Desk;
let company: CompanyProvider;
let browser: Browser;
let settings: Record<string, string>;

beforeAll(async () => {
  desk = await openDesk();
  company = await startCompanyProvider(ORIGIN);
  await company.introduce(desk.url);
  settings = companySettings(company.port);
  Object.assign(process.env, settings);
});
afterAll(async () => {
  for (const name of Object.keys(settings)) delete process.env[name];
  await company.close();
  await desk.close();
});
beforeEach(() => {
  browser = openBrowser();
});
afterEach(async () => {
  vi.useRealTimers();
  company.setRefreshing(true);
  company.setSubject(undefined);
  await desk.heal();
});

/** There and back, as our page does it. */
async function visit(login: string, back = '/rotation'): Promise<Response> {
  const { csrfToken }: { csrfToken: string } = await (await browser.ask('csrf')).json();
  const sent = await browser.ask('signin/company-provider', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, json: 'true', callbackUrl: ORIGIN + back }).toString(),
  });
  const { url }: { url: string } = await sent.json();
  const home = await atProvider(url, login, ORIGIN);
  return browser.ask('callback/company-provider', { query: home.search });
}

async function asked(name: string): Promise<Response> {
  const request = requestTo(`/api/company-sso/${name}`, {
    method: 'POST',
    headers: { cookie: cookie() || null, 'content-type': 'application/json' },
    body: '{}',
  });
  return step(request, { params: Promise.resolve({ step: name }) });
}

/** Where one of next-auth's routes leads on to. */
async function following(path: string, query: string): Promise<URL> {
  const { headers } = await browser.ask(path, { query });
  return new URL(headers.get('location') ?? '', ORIGIN);
}

const roles = async (): Promise<CompanyRoles> => (await asked('roles')).json();
const cookie = () => [...browser.cookies].map((pair) => pair.join('=')).join('; ');
const secrets = async () => {
  const { operator } = await browser.whoAmI();
  const query = { scope: operator?.scope ?? '441200879921.nobody', regions: 'us-east-1' };
  return get(undefined, '/api/views/inventory', query, { cookie: cookie() });
};
const enter = (role: string) => browser.signIn('company', { role });

test('somebody comes back with the roles of their groups, takes one, and is known to AWS by their address', async () => {
  const back = await visit('robin');
  expect(back.headers.get('location')).toBe('/sign-in?callbackUrl=%2Frotation');
  expect((await browser.whoAmI()).operator, 'nobody is signed in by that alone').toBeUndefined();
  const { roles: offered, sessionName } = await roles();
  expect(offered.map(({ name, because }) => [name, because])).toEqual([
    ['CompanyOperator', 'groups: platform-oncall'],
    ['CompanyUntrusted', 'groups: everyone'],
  ]);
  expect(sessionName).toBe('robin@acme.example');
  expect((await enter(OPERATOR)).status).toBe(200);
  const { operator, text } = await browser.whoAmI();
  expect(operator).toMatchObject({
    arn: 'arn:aws:sts::441200879921:assumed-role/CompanyOperator/robin@acme.example',
    way: 'company',
  });
  expect(text).not.toContain('eyJ');
  expect((await asked('roles')).status, 'one arrival is good for one choice').toBe(401);
});

test('a role of somebody else’s groups is not theirs, and AWS has the last word on those that are', async () => {
  await visit('kim');
  const { roles: offered } = await roles();
  expect(offered.map(({ name }) => name)).toEqual(['CompanyUntrusted']);
  expect((await enter(OPERATOR)).url).toMatch(/company-role-refused/);
  expect((await enter(offered[0]!.arn)).url).toMatch(/company-role-refused/);
  expect(await desk.count('AssumeRoleWithWebIdentity')).toBeGreaterThan(0);
});

test('who has no group has no role, and is told who they are', async () => {
  await visit('jo');
  expect(await roles()).toEqual({ roles: [], sessionName: 'jo@acme.example' });
});

test('a token too large for a browser is said to be that, and not left there: nothing could be asked with it', async () => {
  const back = await visit('max');
  expect(back.headers.get('location')).toBe('/sign-in?callbackUrl=%2Frotation&error=company-too-large');
  expect((await asked('roles')).status).toBe(401);
});

test('an arrival in one browser is none in another', async () => {
  await visit('robin');
  browser = openBrowser();
  expect((await asked('roles')).status).toBe(401);
  expect((await enter(OPERATOR)).url).toMatch(/company-ended/);
});

test('an answer that this browser did not ask for signs nobody in', async () => {
  const { csrfToken }: { csrfToken: string } = await (await browser.ask('csrf')).json();
  await browser.ask('signin/company-provider', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, json: 'true' }).toString(),
  });
  for (const query of ['?code=stolen&state=other', '?error=access_denied', '']) {
    let to = await following('callback/company-provider', query);
    while (to.pathname.startsWith('/api/auth/')) to = await following(to.pathname.slice(10), to.search);
    expect(to.pathname, query).toBe('/sign-in');
    expect(to.searchParams.has('error'), query).toBe(true);
  }
  expect((await asked('roles')).status).toBe(401);
});

test('credentials are renewed with a new id token, and the cookie holds it', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  await visit('robin');
  await enter(OPERATOR);
  const before = cookie();
  vi.setSystemTime(Date.now() + HOUR);
  const again = await secrets();
  expect(again.status, again.status === 200 ? '' : await again.text()).toBe(200);
  expect(cookie()).not.toBe(before);
});

test('a token that is renewed for somebody else ends the sign-in: AWS is not asked with it', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  await visit('robin');
  await enter(OPERATOR);
  company.setSubject('jo');
  vi.setSystemTime(Date.now() + HOUR);
  await desk.forgetCalls();
  expect(await problemIn(await secrets())).toMatchObject({ code: 'sign-in-expired', status: 401 });
  expect(await desk.count('AssumeRoleWithWebIdentity')).toBe(0);
});

test('where the provider renews nothing, the sign-in ends with what it gave', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  company.setRefreshing(false);
  await visit('robin');
  await enter(OPERATOR);
  expect((await secrets()).status).toBe(200);
  vi.setSystemTime(Date.now() + HOUR);
  expect(await problemIn(await secrets())).toMatchObject({ code: 'sign-in-expired', status: 401 });
});

test('a setup that is half done is refused as a whole, and says which variable', async () => {
  const { companySso } = await import('@/lib/server/company-sso/configured');
  const { KEYTURN_OIDC_ROLES: rules } = settings;
  for (const broken of ['', 'x', '[]', '[{"claim":"groups","value":"x","role":"admin"}]']) {
    process.env.KEYTURN_OIDC_ROLES = broken;
    expect(() => companySso(), broken).toThrow('KEYTURN_OIDC_ROLES');
  }
  process.env.KEYTURN_OIDC_ROLES = rules;
  expect(companySso()?.name).toBe('Acme SSO');
});

test('who is signed in may add the roles of their claims, as far as AWS lets them, and none beyond', async () => {
  await visit('robin');
  await enter(OPERATOR);
  const { mark, places } = (await browser.whoAmI()).operator!;
  const more: CompanyRoles = await (await asked('more-roles')).json();
  expect(more.roles.map(({ name }) => name)).toEqual(['CompanyOperator', 'CompanyUntrusted']);
  const add = (role: string) => browser.signIn('company', { role, addTo: mark });
  await desk.forgetCalls();
  expect((await add('arn:aws:iam::602733145908:role/CompanyOperator')).url).toMatch(/company-role-refused/);
  expect(await desk.count('AssumeRoleWithWebIdentity')).toBe(0);
  expect((await add(more.roles[1]!.arn)).url).toMatch(/company-role-refused/);
  expect((await add(OPERATOR)).status).toBe(200);
  expect(await desk.count('AssumeRoleWithWebIdentity')).toBe(2);
  expect((await browser.whoAmI()).operator).toMatchObject({ mark, places });
});

test('a second role stands beside the first: each is asked as itself, and both live by one proof', async () => {
  const READER = OPERATOR.replace('CompanyOperator', 'CompanyReader');
  await company.addRole(desk.url, READER, 'robin');
  const { KEYTURN_OIDC_ROLES: rules } = settings;
  const [first, ...others] = JSON.parse(rules!);
  process.env.KEYTURN_OIDC_ROLES = JSON.stringify([first, { ...first, role: READER }, ...others]);
  await visit('robin');
  await enter(OPERATOR);
  const { mark } = (await browser.whoAmI()).operator!;
  expect((await browser.signIn('company', { role: READER, addTo: mark })).status).toBe(200);
  process.env.KEYTURN_OIDC_ROLES = rules;
  const scopes = ['441200879921.CompanyOperator', '441200879921.CompanyReader'];
  const { operator } = await browser.whoAmI();
  expect(operator).toMatchObject({ mark, scope: scopes[0] });
  expect(operator!.places.map(({ scope }) => scope)).toEqual(scopes);
  await desk.forgetCalls();
  const ask = (scope: string) =>
    get(undefined, '/api/views/inventory', { scope, regions: 'us-east-1' }, { cookie: cookie() });
  for (const scope of scopes) expect(await (await ask(scope)).text()).not.toContain('failed');
  const principals = (await desk.calls()).map(({ principal }) => principal);
  expect(principals.join(' ')).toMatch(/CompanyOperator.*CompanyReader/);

  // What is renewed is the proof, once for both.
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.now() + 2 * HOUR);
  for (const scope of scopes) expect((await ask(scope)).status).toBe(200);
});
