import { createHash, createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getToken } from 'next-auth/jwt';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { signRequest } from '../../sandbox/signature/sign-request.ts';
import { type Browser, openBrowser } from './browser';
import { type Desk, ORIGIN, openDesk, requestTo } from './console';
import { get, problemIn } from './doors';
import { type Home, LAUNCH, openAddress, openHome } from './profile-files';

// In one file, though long: all of it signs in with the one set of files written below.

const SESSION = 'next-auth.session-token';
const HOME = '441200879921';
const AWAY = 'arn:aws:iam::602733145908:role/OrganizationAccountAccessRole';
const ISSUER = 'login.example/tenant';

let desk: Desk;
let home: Home;
let browser: Browser;
let decoy: Server;
let heard: string[] = [];
let before: NodeJS.ProcessEnv;

beforeAll(async () => {
  desk = await openDesk();
  home = await openHome();
  decoy = createServer((request, response) => {
    heard.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => decoy.listen(0, '127.0.0.1', resolve));
  before = { ...process.env };
  const elsewhere = `http://127.0.0.1:${(decoy.address() as AddressInfo).port}`;
  // What a shell may hold, and no sign-in may use.
  Object.assign(process.env, {
    AWS_PROFILE: 'poisoned',
    AWS_ACCESS_KEY_ID: 'AKIAPOISONPOISON0001',
    AWS_SECRET_ACCESS_KEY: 'poison-not-a-real-secret-key',
    AWS_ENDPOINT_URL_STS: elsewhere,
    AWS_ENDPOINT_URL_SSO: elsewhere,
  });
});
afterAll(async () => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  decoy.close();
  await home.close();
  await desk.close();
});
beforeEach(async () => {
  heard = [];
  await desk.heal();
  await desk.forgetCalls();
  browser = openBrowser();
  await openAddress(browser, `/?launch=${LAUNCH}`);
});
afterEach(() => {
  vi.useRealTimers();
  expect(heard, 'asked elsewhere').toEqual([]);
});

const keysOf = (name: string) => {
  const { accessKeyId, secretAccessKey } = desk.session(name).credentials;
  return `aws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`;
};
const printed = async (name: string, seconds = 3_600) => {
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = await desk.control('sessions', {
    name,
    seconds,
  });
  return JSON.stringify({
    ...{ Version: 1, AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey },
    ...{ SessionToken: sessionToken, Expiration: expiration },
  });
};
const errorOf = (url: string) => new URL(url, ORIGIN).searchParams.get('error');
const enter = (profile: string) => browser.signIn('profile', { profile });

/** Signs in, and has the doors open. */
async function entered(profile: string) {
  const { status, url } = await enter(profile);
  expect(errorOf(url)).toBeNull();
  expect(status).toBe(200);
  const { operator } = await browser.whoAmI();
  const cookie = `${SESSION}=${browser.cookies.get(SESSION)}`;
  const who = { session: { ...desk.session('riley'), scope: operator?.scope ?? '' }, cookie };
  const answer = await get(who, '/api/views/inventory', { scope: who.session.scope, regions: 'us-east-1' });
  expect(answer.status).toBe(200);
  expect(await answer.text()).not.toContain('region-failed');
  return operator;
}

describe('an operator signs in with a profile of', () => {
  test('keys, in either file', async () => {
    await home.write(`[profile one]\n${keysOf('riley')}`, `[two]\n${keysOf('sam')}`);
    expect(await entered('one')).toMatchObject({ name: 'riley', way: 'profile', scope: `${HOME}.riley` });
    expect(await entered('two')).toMatchObject({ name: 'sam', way: 'profile' });
  });

  test('a role, over the keys of another profile', async () => {
    await home.write(
      `[profile away]\nrole_arn = ${AWAY}\nrole_session_name = riley@work\nsource_profile = base\nregion = eu-west-1\n`,
      `[base]\n${keysOf('riley')}`,
    );
    const scope = '602733145908.OrganizationAccountAccessRole';
    expect(await entered('away')).toMatchObject({ name: 'riley@work', scope });
    const asked = (await desk.calls()).map(({ operation, region }) => `${operation} ${region}`);
    expect(asked).toContain('AssumeRole eu-west-1');
  });

  test('a role that names no session, and is then named for who sits at the computer', async () => {
    await home.write(
      `[profile away]\nrole_arn = ${AWAY}\nsource_profile = base\n`,
      `[base]\n${keysOf('riley')}`,
    );
    expect((await entered('away'))?.name).toMatch(/^[\w+=,.@-]{2,64}$/);
    expect((await browser.whoAmI()).operator?.name).not.toMatch(/^aws-sdk/);
  });

  test('a command, and a role over a command', async () => {
    const said = await home.file('said', await printed('riley'));
    await home.write(
      `[profile run]\ncredential_process = cat "${said}"\n[profile over]\nrole_arn = ${AWAY}\nsource_profile = run\n`,
    );
    expect(await entered('run')).toMatchObject({ name: 'riley' });
    expect(await entered('over')).toMatchObject({ account: '602733145908' });
  });

  test('a web identity', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    await desk.control('jwks', {
      issuer: `https://${ISSUER}`,
      keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one' }],
    });
    await iam('CreateOpenIDConnectProvider', {
      Url: `https://${ISSUER}`,
      'ClientIDList.member.1': 'console',
    });
    const Principal = { Federated: `arn:aws:iam::${HOME}:oidc-provider/${ISSUER}` };
    const Statement = { Effect: 'Allow', Principal, Action: 'sts:AssumeRoleWithWebIdentity' };
    const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
    await iam('CreateRole', { RoleName: 'web', AssumeRolePolicyDocument });
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const now = Math.floor(Date.now() / 1_000);
    const claims = { iss: `https://${ISSUER}`, aud: 'console', sub: 'dev-1', iat: now, exp: now + 600 };
    const signed = `${part({ alg: 'RS256', kid: 'one' })}.${part(claims)}`;
    const signature = createSign('sha256').update(signed).sign(privateKey).toString('base64url');
    const file = await home.file('token', `${signed}.${signature}\n`);
    const role = `role_arn = arn:aws:iam::${HOME}:role/web\n`;
    await home.write(`[profile web]\n${role}web_identity_token_file = ${file}\nrole_session_name = dev-1\n`);
    expect((await enter('web')).status).toBe(200);
    expect((await browser.whoAmI()).operator).toMatchObject({ name: 'dev-1', scope: `${HOME}.web` });
  });
});

test('a second profile stands beside the first, and ends by itself', async () => {
  await home.write(
    `[profile one]\n${keysOf('riley')}[profile away]\nrole_arn = ${AWAY}\nsource_profile = one\n`,
  );
  await entered('one');
  const { mark } = (await browser.whoAmI()).operator!;
  expect((await browser.signIn('profile', { profile: 'nobody', addTo: mark })).url).toMatch(
    /profile-unknown/,
  );
  expect((await browser.signIn('profile', { profile: 'away', addTo: mark })).status).toBe(200);
  const { places } = (await browser.whoAmI()).operator!;
  const [here, there] = [`${HOME}.riley`, '602733145908.OrganizationAccountAccessRole'];
  expect(places.map(({ scope }) => scope)).toEqual([here, there]);

  // The role's credentials end, and the file has no such profile any more: that scope is over, the other is not.
  await home.write(`[profile one]\n${keysOf('riley')}`);
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.now() + 2 * 3_600_000);
  const ask = (scope: string) => {
    const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ');
    return get(undefined, '/api/views/inventory', { scope, regions: 'us-east-1' }, { cookie });
  };
  expect(await problemIn(await ask(there))).toMatchObject({ code: 'scope-ended', status: 401 });
  expect((await ask(here)).status).toBe(200);
});

test('no key of a profile is in the cookie, not even encrypted', async () => {
  await home.write(`[profile one]\n${keysOf('riley')}`);
  await enter('one');
  const headers = { cookie: `${SESSION}=${browser.cookies.get(SESSION)}` };
  const sealed = JSON.stringify(await getToken({ req: requestTo('/', { headers }) }));
  expect(sealed).toContain('"profile":"one"');
  const { accessKeyId, secretAccessKey } = desk.session('riley').credentials;
  for (const hidden of [accessKeyId, secretAccessKey, LAUNCH]) expect(sealed).not.toContain(hidden);
});

describe('a sign-in with a profile is refused', () => {
  const refusal = async (profile: string) => {
    const { status, url } = await enter(profile);
    expect(status).toBe(401);
    expect(browser.cookies.has(SESSION)).toBe(false);
    return errorOf(url);
  };

  test('when the files have none of that name, whatever the name is', async () => {
    await home.write(`[profile one]\n${keysOf('riley')}`);
    for (const name of ['two', '', '__proto__', 'constructor', 'ONE', 'one ', 'x'.repeat(1_000), '../one']) {
      expect(await refusal(name)).toBe('profile-unknown');
    }
  });

  // the profile x, the code
  test.each([
    [`role_arn = ${AWAY}\nsource_profile = y\n`, 'profile-broken'],
    [`role_arn = ${AWAY}\ncredential_source = Environment\n`, 'profile-broken'],
    [`role_arn = ${AWAY}\nsource_profile = base\nmfa_serial = m\n`, 'profile-broken'],
    ['region = us-east-1\n', 'profile-broken'],
    ['credential_process = exit 3\n', 'profile-process-failed'],
    ['credential_process = echo hello\n', 'profile-process-unclear'],
    [
      'aws_access_key_id = AKIANOBODYNOBODY0001\naws_secret_access_key = s-of-nobody\n',
      'profile-keys-refused',
    ],
    [`role_arn = ${AWAY}\nsource_profile = sam\n`, 'profile-role-refused'],
    [`role_arn = ${AWAY}\nsource_profile = base\nduration_seconds = 1\n`, 'profile-role-refused'],
    [`role_arn = ${AWAY}\nsource_profile = nobody\n`, 'profile-keys-refused'],
    ['sso_session = acme\nsso_account_id = 441200879921\nsso_role_name = Operator\n', 'profile-sso-expired'],
  ])('with %j', async (section, code) => {
    const nobody = '[nobody]\naws_access_key_id = AKIANOBODYNOBODY0001\naws_secret_access_key = s\n';
    await home.write(
      `[profile x]\n${section}[sso-session acme]\nsso_region = eu-west-1\nsso_start_url = https://acme.example/\n`,
      `[base]\n${keysOf('riley')}[sam]\n${keysOf('sam')}${nobody}`,
    );
    expect(await refusal('x')).toBe(code);
  });

  test('when the keys have ended at AWS', async () => {
    const { Expiration: _unsaid, ...keys } = JSON.parse(await printed('riley', 0));
    const said = await home.file('said', JSON.stringify(keys));
    await home.write(`[profile x]\ncredential_process = cat "${said}"\n`);
    expect(await refusal('x')).toBe('profile-expired');
  });

  test('while AWS does not answer', async () => {
    await home.write(`[profile x]\n${keysOf('riley')}`);
    await desk.fault({ kind: 'reset', operation: 'GetCallerIdentity' });
    expect(await refusal('x')).toBe('aws-unreachable');
  });
});

describe('a profile of IAM Identity Center', () => {
  let portal: Server;
  let asked: unknown[] = [];
  let answer = (): Promise<[number, unknown]> => Promise.resolve([401, {}]);

  // The sandbox does not speak the portal's language: this does, and hands everything else on.
  beforeAll(async () => {
    portal = createServer(async (request, response) => {
      if (!request.url?.startsWith('/federation/credentials')) {
        const body: Buffer[] = [];
        for await (const part of request) body.push(part as Buffer);
        // The signature names the host, so the caller's own has to arrive.
        const onward = httpRequest(desk.url, {
          method: request.method,
          headers: request.headers,
          path: request.url,
        });
        onward.once('response', (said) =>
          said.pipe(response.writeHead(said.statusCode ?? 500, said.headers)),
        );
        onward.end(Buffer.concat(body));
        return;
      }
      const query = Object.fromEntries(new URL(request.url, desk.url).searchParams);
      asked.push({ ...query, token: request.headers['x-amz-sso_bearer_token'] });
      const [status, body] = await answer();
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => portal.close());
  beforeEach(async () => {
    asked = [];
    process.env.AWS_ENDPOINT_URL = `http://127.0.0.1:${(portal.address() as AddressInfo).port}`;
    await home.write(
      `[profile x]\nsso_session = acme\nsso_account_id = ${HOME}\nsso_role_name = Operator\n` +
        '[sso-session acme]\nsso_region = eu-west-1\nsso_start_url = https://acme.example/\n',
    );
  });
  afterEach(() => {
    process.env.AWS_ENDPOINT_URL = desk.url;
  });
  const cached = (left: number) =>
    home.file(
      `.aws/sso/cache/${createHash('sha1').update('acme').digest('hex')}.json`,
      JSON.stringify({ accessToken: 'a-token', expiresAt: new Date(Date.now() + left).toISOString() }),
    );

  test('gives the credentials of its role for the sign-in of the AWS CLI', async () => {
    await cached(3_600_000);
    answer = async () => {
      const { Expiration, AccessKeyId, ...keys } = JSON.parse(await printed('riley'));
      const { SecretAccessKey: secretAccessKey, SessionToken: sessionToken } = keys;
      const expiration = Date.parse(Expiration);
      return [
        200,
        { roleCredentials: { accessKeyId: AccessKeyId, secretAccessKey, sessionToken, expiration } },
      ];
    };
    expect(await entered('x')).toMatchObject({ name: 'riley', way: 'profile' });
    expect(asked).toEqual([{ account_id: HOME, role_name: 'Operator', token: 'a-token' }]);
  });

  test('whose sign-in is over is said so before anybody is asked', async () => {
    await cached(-1_000);
    expect(errorOf((await enter('x')).url)).toBe('profile-sso-expired');
    expect(asked).toEqual([]);
  });

  // what the portal answers, the code
  test.each([
    [401, 'UnauthorizedException', 'profile-sso-expired'],
    [403, 'ForbiddenException', 'profile-sso-failed'],
    [404, 'ResourceNotFoundException', 'profile-sso-failed'],
  ])('that answers %s %s is told apart', async (status, __type, code) => {
    await cached(3_600_000);
    answer = async () => [status, { __type, message: 'no' }];
    expect(errorOf((await enter('x')).url)).toBe(code);
  });
});

async function iam(Action: string, parameters: Record<string, string>): Promise<void> {
  const body = new URLSearchParams({ Action, Version: '2010-05-08', ...parameters }).toString();
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  const host = new URL(desk.url).host;
  const signed = await signRequest(desk.session('riley').credentials, {
    service: 'iam',
    headers: type,
    body,
    host,
  });
  const { host: _, ...headers } = signed;
  const response = await fetch(desk.url, { method: 'POST', headers, body });
  expect(response.status, await response.text()).toBe(200);
}
