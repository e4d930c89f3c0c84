import { beforeAll, describe, expect, test } from 'vitest';
import { config, proxy } from '@/proxy';
import { cookieOf, ORIGIN, requestTo } from './console';

const scope = '441200879921.riley';
let cookie: string;
let ended: string;

beforeAll(async () => {
  process.env.NEXTAUTH_URL = ORIGIN;
  process.env.NEXTAUTH_SECRET = 'a secret for route tests, of thirty-two or more characters';
  const session = {
    sid: 'sid-1',
    scope,
    name: 'riley',
    account: '441200879921',
    arn: 'arn:aws:iam::441200879921:user/riley',
    way: 'sandbox',
    home: 'us-east-1',
    until: Math.floor(Date.now() / 1000) + 3600,
    credentials: { accessKeyId: 'an-id', secretAccessKey: 'a-key-of-nobody' },
  };
  cookie = await cookieOf(session);
  ended = await cookieOf({ ...session, until: 1 });
});

const open = (path: string, sent: string | null = null) =>
  proxy(requestTo(path, { headers: { cookie: sent } }));
const leadsTo = (response: Response) => response.headers.get('location');

// page, what sign-in is told to return to
test.each([
  ['/', '/'],
  ['/secrets?scope=x&q=db', '/secrets?scope=x&q=db'],
  ['/secret?arn=arn%3Aaws', '/secret?arn=arn%3Aaws'],
  ['/permissions', '/permissions'],
])('somebody who is not signed in and opens %s is led to sign in, and back', async (path, back) => {
  for (const sent of [null, ended, 'next-auth.session-token=garbage']) {
    const target = new URL(leadsTo(await open(path, sent)) ?? '', ORIGIN);
    expect([target.origin, target.pathname]).toEqual([ORIGIN, '/sign-in']);
    expect(target.searchParams.get('callbackUrl')).toBe(back);
  }
});

test.each(['/sign-in', '/problems/label-moved', '/nowhere', '//evil.example', '/secret/..%2f'])(
  'somebody who is not signed in opens %s without a detour',
  async (path) => {
    expect(leadsTo(await open(ORIGIN + path))).toBeNull();
  },
);

// page, where the operator is led; null: nowhere else
test.each([
  ['/', `/secrets?scope=${scope}`],
  ['/?q=db', `/secrets?q=db&scope=${scope}`],
  ['/secrets', `/secrets?scope=${scope}`],
  ['/secrets?q=db', `/secrets?q=db&scope=${scope}`],
  ['/secrets?scope=another', null],
  ['/permissions', `/permissions?scope=${scope}`],
  ['/secret?arn=x', null],
  ['/sign-in', null],
])('an operator who opens %s is led to %s', async (path, target) => {
  expect(leadsTo(await open(path, cookie))).toBe(target && ORIGIN + target);
});

test.each(['127.0.0.1:3000', 'rebound.example', 'rebound.example:3000', 'localhost', 'localhost:3001'])(
  'a browser that calls this computer %s is led to the console’s own address, and shown nothing',
  async (host) => {
    for (const path of ['/sign-in?callbackUrl=%2F', '/secrets', '/permissions?scope=x', '//evil.example/x']) {
      const response = await proxy(requestTo(ORIGIN + path, { headers: { host } }));
      expect([response.status, leadsTo(response)]).toEqual([307, ORIGIN + path]);
    }
    // By number and with a code: its route takes it from there.
    const back = await proxy(requestTo('/oauth/callback?code=x', { headers: { host } }));
    expect(leadsTo(back)).toBeNull();
  },
);

test('where somebody is led to names their account, and is kept by no cache', async () => {
  for (const sent of [null, cookie]) {
    const response = await open('/secrets', sent);
    expect(leadsTo(response)).not.toBeNull();
    expect(response.headers.get('cache-control')).toBe('no-store');
  }
});

describe('a page that is shown', () => {
  test('has a policy with a nonce no other page has, is kept by no cache, and names no credential', async () => {
    const nonces = new Set<string>();
    for (let at = 0; at < 20; at += 1) {
      const response = await open('/secret?arn=x', cookie);
      const policy = response.headers.get('content-security-policy') ?? '';
      nonces.add(/'nonce-([A-Za-z0-9+/=]{24})'/.exec(policy)?.[1] ?? '');
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(JSON.stringify([...response.headers])).not.toMatch(/a-key-of-nobody|an-id/);
    }
    expect(nonces.size).toBe(20);
    expect(nonces).not.toContain('');
  });

  test('ignores a nonce and a policy that a caller brings', async () => {
    const headers = { cookie, 'x-nonce': 'mine', 'content-security-policy': "script-src 'nonce-mine'" };
    const response = await proxy(requestTo('/secret?arn=x', { headers }));
    expect(JSON.stringify([...response.headers])).not.toContain('mine');
  });
});

test('every page passes here, and no door, file or picture does', () => {
  const pattern = new RegExp(`^${config.matcher[0]}$`);
  for (const page of ['/', '/secrets', '/secret', '/sign-in', '/problems/x', '/apiary']) {
    expect(pattern.test(page), page).toBe(true);
  }
  for (const other of ['/api/views/secret', '/api/auth/session', '/_next/static/a.js', '/icon.svg']) {
    expect(pattern.test(other), other).toBe(false);
  }
});
