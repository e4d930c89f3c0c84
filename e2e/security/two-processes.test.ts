import { afterAll, beforeAll, expect, test } from 'vitest';
import { anyFreePort } from '../../scripts/port.ts';
import {
  type CompanyProvider,
  companySettings,
  OPERATOR,
  startCompanyProvider,
} from '../company-provider.ts';
import { atProvider } from '../routes/at-provider';
import { SECRET } from '../routes/console';
import { type Answer, type Built, startBuilt } from './built';

// Many processes behind a load balancer have nothing in common but their secret, and may get another.

const CENTER = {
  KEYTURN_SSO_START_URL: 'https://acme.awsapps.com/start',
  KEYTURN_SSO_REGION: 'us-east-1',
};
const NEXT_SECRET = 'the next secret of these tests, of thirty-two or more characters';

let company: CompanyProvider;
let one: Built;
let other: Built;
let next: Built;
const cookies = new Map<string, string>();

beforeAll(async () => {
  const port = await anyFreePort();
  const settings = { ...CENTER, ...companySettings(port) };
  one = await startBuilt(settings);
  // Of less than the minute ahead of its end at which a door renews one: each is about to end.
  company = await startCompanyProvider(one.origin, port, 50);
  await company.introduce(one.sandbox.url);
  const behind = { ...settings, AWS_ENDPOINT_URL: one.sandbox.url, NEXTAUTH_URL: one.origin };
  // The first step of an exchange: it seals with the old secret, and takes the next one too.
  other = await startBuilt({ ...behind, KEYTURN_SECRET_BEFORE: NEXT_SECRET });
  next = await startBuilt({
    ...behind,
    NEXTAUTH_SECRET: NEXT_SECRET,
    KEYTURN_SECRET_BEFORE: SECRET,
  });
});
afterAll(async () => {
  for (const built of [next, other, one]) await built.stop();
  await company.close();
});

/** One browser, whose requests a load balancer sends wherever it likes. */
async function send(to: Built, path: string, body?: object | URLSearchParams): Promise<Answer> {
  const form = body instanceof URLSearchParams;
  const answer = await to.send(path, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...(await one.asPage()),
      cookie: [...cookies].map((pair) => pair.join('=')).join('; '),
      ...(body ? { 'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json' } : {}),
    },
    ...(body ? { body: form ? body.toString() : JSON.stringify(body) } : {}),
  });
  for (const line of answer.headers['set-cookie'] ?? []) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '' || /max-age=0/i.test(line)) cookies.delete(name);
    else cookies.set(name, value);
  }
  return answer;
}

const json = (answer: Answer) => JSON.parse(answer.text);
const readFrom = async (built: Built) => {
  const { operator } = json(await send(built, '/api/auth/session'));
  return send(built, `/api/views/inventory?scope=${operator?.scope}&regions=us-east-1`);
};

test('a sign-in that begins at one process goes on at another, and holds at both', async () => {
  const { userCode } = json(await send(one, '/api/identity-center/begin', {}));
  await one.control('device', 'POST', { userCode, name: 'riley', allow: true });
  expect(json(await send(other, '/api/identity-center/poll', {}))).toEqual({ state: 'approved' });
  expect(json(await send(one, '/api/identity-center/accounts', {})).accounts.length).toBeGreaterThan(0);
  const { csrfToken } = json(await send(other, '/api/auth/csrf'));
  const form = { csrfToken, json: 'true', account: '441200879921', role: 'AdministratorAccess' };
  expect((await send(other, '/api/auth/callback/center', new URLSearchParams(form))).status).toBe(200);
  for (const built of [one, other]) expect((await readFrom(built)).status).toBe(200);
});

test('a process with the next secret takes the cookie of the one before and seals it anew; who took the next takes that', async () => {
  const before = new Map(cookies);
  for (const built of [next, other, next]) expect((await readFrom(built)).status).toBe(200);
  expect([...cookies.values()]).not.toEqual([...before.values()]);
  expect((await readFrom(next)).status).toBe(200);
  // Sealed by the next secret, it is nothing to a process that knows the old one only.
  expect(json(await send(one, '/api/auth/session')).operator).toBeUndefined();
});

test('a proof that one process renews is in the cookie that the next one gets: the provider takes each once', async () => {
  cookies.clear();
  const { csrfToken } = json(await send(one, '/api/auth/csrf'));
  const form = new URLSearchParams({ csrfToken, json: 'true', callbackUrl: one.origin });
  const { url } = json(await send(one, '/api/auth/signin/company-provider', form));
  const back = await atProvider(url, 'robin', one.origin);
  await send(other, back.pathname + back.search);
  form.set('role', OPERATOR);
  expect((await send(one, '/api/auth/callback/company', form)).status).toBe(200);
  const scope = '441200879921.CompanyOperator';
  for (const built of [other, one, next]) {
    const { status, headers, text } = await send(built, `/api/views/spent?scope=${scope}`);
    expect(status, text).toBe(200);
    expect(JSON.stringify(headers['set-cookie'] ?? [])).toContain('next-auth.session-token');
    const lines = await send(built, `/api/views/inventory?scope=${scope}&regions=us-east-1`);
    expect(lines.status, lines.text).toBe(200);
  }
});
