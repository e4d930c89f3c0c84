import { get } from 'node:http';
import { describe, expect, test } from 'vitest';
import { openDesk } from './desk.ts';

const { url, host, control } = openDesk();

async function json(path: string, body: object): Promise<Record<string, string>> {
  const response = await fetch(url() + path, { method: 'POST', body: JSON.stringify(body) });
  return (await response.json()) as Record<string, string>;
}

/** A device that waits for its person, and its way to a token. */
async function waiting(clientName = 'keyturn') {
  const { clientId, clientSecret } = await json('/client/register', { clientName, clientType: 'public' });
  const startUrl = 'https://acme.awsapps.com/start/#';
  const begun = await json('/device_authorization', { clientId, clientSecret, startUrl });
  const { deviceCode, userCode = '', verificationUriComplete: page = '' } = begun;
  const grantType = 'urn:ietf:params:oauth:grant-type:device_code';
  const poll = () => json('/token', { clientId, clientSecret, grantType, deviceCode });
  return { userCode, page, poll };
}

const form = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${url()}/start/device`, { method: 'POST', body: new URLSearchParams(fields), headers });

describe('the page of a device', () => {
  test('shows the code and whom it is for, and asks who one is', async () => {
    const { userCode, page } = await waiting('<b>"Key"turn');
    const response = await fetch(page);
    const text = await response.text();
    expect(text).toContain(userCode);
    expect(text).toContain('&#60;b&#62;&#34;Key&#34;turn');
    for (const name of ['riley', 'dana', 'sam', 'noor']) expect(text).toContain(`value="${name}"`);
    expect(text).toContain('AdministratorAccess in 3 accounts');
    expect(text).toContain('no account at all');
    expect(text).not.toContain('<script');
    const policy = response.headers.get('content-security-policy');
    expect(policy).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test.each([
    ['allow', { tokenType: 'Bearer' }],
    ['deny', { error: 'access_denied', error_description: null }],
  ])('lets the person %s', async (answer, expected) => {
    const { userCode, poll } = await waiting();
    expect(await poll()).toEqual({ error: 'authorization_pending', error_description: null });
    const typed = ` ${userCode.replace('-', '').toLowerCase()} `;
    const answered = await form({ user_code: typed, name: 'sam', answer }, { origin: url() });
    expect(answered.status).toBe(200);
    expect(await poll()).toMatchObject(expected);
    // Once answered, the code is nobody's.
    expect((await form({ user_code: userCode, name: 'riley', answer: 'allow' })).status).toBe(400);
  });

  test('asks for the code where none came along, and again where nothing waits under it', async () => {
    const asked = await (await fetch(`${url()}/start/device`)).text();
    expect(asked).toContain('name="user_code"');
    const unknown = await fetch(`${url()}/start/device?user_code=BBBB-BBBB`);
    expect(unknown.status).toBe(400);
    expect(await unknown.text()).toContain('role="alert"');
    const { userCode, page } = await waiting();
    await control('POST', 'clock', { advance: 'PT10M' });
    expect((await fetch(page)).status).toBe(400);
    expect((await control('POST', 'device', { userCode, name: 'riley', allow: true })).status).toBe(400);
  });

  test.each<[string, Record<string, string>]>([
    ['another site', { origin: 'https://evil.example' }],
    ['another port of this computer', { origin: 'http://127.0.0.1:1' }],
    ['a page without an origin', { origin: 'null' }],
    ['a page that is said to be elsewhere', { 'sec-fetch-site': 'same-site' }],
  ])('takes no answer from %s', async (_, headers) => {
    const { userCode, poll } = await waiting();
    const answered = await form({ user_code: userCode, name: 'riley', answer: 'allow' }, headers);
    expect(answered.status).toBe(403);
    expect(await poll()).toMatchObject({ error: 'authorization_pending' });
  });

  test('is no page under a name that only points here', async () => {
    const { page } = await waiting();
    const statusUnder = (name: string) =>
      new Promise((resolve, reject) => {
        // fetch says the true host, whatever it is told.
        get(page, { headers: { host: name } }, (response) => resolve(response.resume().statusCode)).on(
          'error',
          reject,
        );
      });
    expect(await statusUnder(`evil.example:${new URL(url()).port}`)).toBe(403);
    expect(await statusUnder(host())).toBe(200);
  });

  test.each([
    ['an answer that is none', { name: 'riley', answer: 'maybe' }],
    ['somebody nobody knows', { name: 'constructor', answer: 'allow' }],
  ])('refuses %s', async (_, fields) => {
    const { userCode, poll } = await waiting();
    expect((await form({ user_code: userCode, ...fields })).status).toBe(400);
    expect(await poll()).toMatchObject({ error: 'authorization_pending' });
  });
});

describe('the directory by the control API', () => {
  test('tells who may take which role', async () => {
    const { body } = await control('GET', 'identity-center');
    expect(body).toMatchObject({
      startUrl: 'https://acme.awsapps.com/start',
      region: 'us-east-1',
      interval: 5,
    });
    const people = (body as { people: { name: string; roles: object[] }[] }).people;
    expect(people.map(({ name, roles }) => [name, roles.length])).toEqual([
      ['riley', 3],
      ['dana', 2],
      ['sam', 1],
      ['noor', 0],
    ]);
  });

  test.each([
    [{ name: 'riley', account: '111122223333', role: 'AdministratorAccess', assigned: false }, '"account"'],
    [{ name: 'riley', account: '441200879921', role: 'Root', assigned: true }, '"role"'],
    [{ name: 'riley', account: '441200879921', role: 'SecretsViewer' }, '"assigned"'],
    [{ endTokens: 'nobody' }, '"endTokens"'],
    [{ tokens: 'riley' }, '"tokens"'],
  ])('refuses %j', async (body, named) => {
    const answered = await control('POST', 'identity-center', body);
    expect(answered.status).toBe(400);
    expect((answered.body as { reason: string }).reason).toContain(named);
  });

  test('is as before after a reset, and a device may be told to ask more often', async () => {
    const change = { name: 'noor', account: '917350284466', role: 'SecretsViewer', assigned: true };
    await control('POST', 'identity-center', { ...change, interval: 0 });
    const { poll } = await waiting();
    for (const _ of [1, 2]) expect(await poll()).toMatchObject({ error: 'authorization_pending' });
    await control('POST', 'reset');
    const { body } = await control('GET', 'identity-center');
    expect(body).toMatchObject({ interval: 5 });
    expect(JSON.stringify(body)).toContain('{"name":"noor","roles":[]}');
  });
});
