import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Browser, openBrowser } from './browser';
import { type Desk, ORIGIN, openDesk } from './console';
import { get } from './doors';

const SESSION = 'next-auth.session-token';

let desk: Desk;
let browser: Browser;
let keys: { accessKeyId: string; secretAccessKey: string };

beforeAll(async () => {
  desk = await openDesk();
  keys = desk.session('riley').credentials;
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.heal();
  await desk.forgetCalls();
  browser = openBrowser();
});

const error = (url: string) => new URL(url, ORIGIN).searchParams.get('error');
test.each(['riley', 'dana', 'sam', 'noor'])(
  '%s signs in as an operator of the sandbox, without keys',
  async (name) => {
    expect((await browser.signIn('sandbox', { operator: name })).status).toBe(200);
    const { operator } = await browser.whoAmI();
    const { scope, arn, account } = desk.session(name);
    expect(operator).toMatchObject({ name, scope, arn, account, way: 'sandbox', sandbox: true });
    expect((await desk.calls()).map(({ operation, principal }) => [operation, principal])).toEqual([
      ['GetCallerIdentity', name],
    ]);
  },
);

test('an operator signs in with access keys, and the doors open', async () => {
  expect((await browser.signIn('keys', { ...keys, region: 'eu-west-1' })).status).toBe(200);
  const { operator } = await browser.whoAmI();
  expect(operator).toMatchObject({ name: 'riley', way: 'keys' });
  const cookie = `${SESSION}=${browser.cookies.get(SESSION)}`;
  const who = { session: desk.session('riley'), cookie };
  const response = await get(who, '/api/views/inventory', { scope: who.session.scope });
  expect(response.status).toBe(200);
  await response.text();
});

test('an operator signs in with the keys of a session, and not without their token', async () => {
  const session = await desk.control('sessions', { name: 'dana', seconds: 900 });
  const { sessionToken = '', accessKeyId = '', secretAccessKey = '' } = session;
  const region = 'us-east-1';
  const without = await browser.signIn('keys', { accessKeyId, secretAccessKey, region });
  expect(error(without.url)).toBe('keys-refused');
  expect((await browser.signIn('keys', { accessKeyId, secretAccessKey, sessionToken, region })).status).toBe(
    200,
  );
  expect((await browser.whoAmI()).operator).toMatchObject({ name: 'dana' });
});

test('no credential leaves the encrypted cookie', async () => {
  await browser.signIn('keys', { ...keys, region: 'us-east-1' });
  const { text, operator } = await browser.whoAmI();
  expect(Object.keys(operator ?? {}).sort()).toEqual(
    'account arn expires mark name places protected readOnly sandbox scope way'.split(' '),
  );
  const said = [text, ...browser.set.values()].join('\n');
  expect(said).not.toContain(keys.accessKeyId);
  expect(said).not.toContain(keys.secretAccessKey);
  const cookie = browser.set.get(SESSION) ?? '';
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  // Five parts: encrypted, not only signed.
  expect(browser.cookies.get(SESSION)?.split('.')).toHaveLength(5);
});

describe('a sign-in is refused', () => {
  const tried = async (way: string, fields: Readonly<Record<string, string>>) => {
    const { status, url } = await browser.signIn(way, fields);
    expect(status).toBe(401);
    expect(browser.cookies.has(SESSION)).toBe(false);
    expect((await browser.whoAmI()).operator).toBeUndefined();
    return error(url);
  };
  const region = 'us-east-1';

  test('to somebody the sandbox does not know', async () => {
    for (const operator of ['mallory', '__proto__', 'constructor', '', 'r'.repeat(1000)]) {
      expect(await tried('sandbox', { operator })).toBe('operator-unknown');
    }
  });

  test('with a wrong secret access key', async () => {
    const fields = { ...keys, secretAccessKey: 'wrong-but-of-a-good-length', region };
    expect(await tried('keys', fields)).toBe('keys-refused');
  });

  test('with an access key nobody has', async () => {
    expect(await tried('keys', { ...keys, accessKeyId: 'AKIANOBODYNOBODY0001', region })).toBe(
      'keys-refused',
    );
  });

  test('with keys that cannot be keys, before AWS is asked', async () => {
    for (const accessKeyId of ['', 'hello', 'AKIA', 'AKIA lower case 00001', 'ASIA\u0000ASIAASIAASIA']) {
      expect(await tried('keys', { ...keys, accessKeyId, region })).toBe('keys-malformed');
    }
    expect(await tried('keys', { accessKeyId: keys.accessKeyId, region })).toBe('keys-malformed');
    expect(await tried('keys', {})).toBe('keys-malformed');
    expect(await desk.calls()).toEqual([]);
  });

  test('with a region that is none, before AWS is asked', async () => {
    for (const bad of ['', 'evil.example.com#', 'us-east-1.evil.example', '../us-east-1', '127.0.0.1:80/']) {
      expect(await tried('keys', { ...keys, region: bad })).toBe('region-unknown');
    }
    expect(await desk.calls()).toEqual([]);
  });

  test('with a block that says itself that it has expired, before AWS is asked', async () => {
    const expiration = new Date(Date.now() - 1_000).toISOString();
    expect(await tried('keys', { ...keys, region, expiration })).toBe('keys-expired');
    expect(await desk.calls()).toEqual([]);
  });

  test('with a session that has ended at AWS', async () => {
    const session = await desk.control('sessions', { name: 'riley', seconds: 0 });
    const { sessionToken = '', accessKeyId = '', secretAccessKey = '' } = session;
    expect(await tried('keys', { accessKeyId, secretAccessKey, sessionToken, region })).toBe('keys-expired');
  });

  test('while AWS does not answer', async () => {
    await desk.fault({ kind: 'reset', operation: 'GetCallerIdentity' });
    expect(await tried('keys', { ...keys, region })).toBe('aws-unreachable');
    expect(await tried('sandbox', { operator: 'riley' })).toBe('aws-unreachable');
  });

  test('without the token of our own form', async () => {
    const body = new URLSearchParams({
      operator: 'riley',
      json: 'true',
      csrfToken: 'f'.repeat(64),
    }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const response = await browser.ask('callback/sandbox', { method: 'POST', body, headers });
    expect(response.status).toBeLessThan(400);
    expect(browser.cookies.has(SESSION)).toBe(false);
    expect(await desk.calls()).toEqual([]);
  });

  test('as an operator of the sandbox, where AWS is no sandbox on this computer', async () => {
    process.env.AWS_ENDPOINT_URL = 'https://secrets.example.com';
    try {
      await browser.ask('callback/sandbox', { method: 'POST', body: 'operator=riley' });
      const providers = await (await browser.ask('providers')).json();
      expect(Object.keys(providers)).toEqual(['center', 'keys', 'role']);
      expect(browser.cookies.has(SESSION)).toBe(false);
    } finally {
      process.env.AWS_ENDPOINT_URL = desk.url;
    }
  });
});
