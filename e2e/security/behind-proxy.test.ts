import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CompanyProvider, companySettings, startCompanyProvider } from '../company-provider.ts';
import { type Built, startBuilt } from './built';

// As it stands behind something that ends TLS, two proxies deep: another origin than where it listens.
const ORIGIN = 'https://keyturn.acme.example';

let built: Built;
let company: CompanyProvider;
beforeAll(async () => {
  company = await startCompanyProvider(ORIGIN);
  const settings = { NEXTAUTH_URL: ORIGIN, KEYTURN_PROXIES: '2', ...companySettings(company.port) };
  built = await startBuilt(settings, { world: 'demo' });
});
afterAll(async () => {
  await built.stop();
  await company.close();
});

const SPOOFED = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' };

describe('what every answer says to the browser', () => {
  test.each(['/sign-in', '/api/auth/session', '/api/profiles', '/api/views/spent', '/no-such-page'])(
    '%s',
    async (path) => {
      const { headers } = await built.send(path, { headers: await built.asPage() });
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers['permissions-policy']).toContain('camera=()');
      expect(headers['cache-control']).toContain('no-store');
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    },
  );

  test('pages and doors keep a browser on https', async () => {
    for (const path of ['/sign-in', '/secrets', '/api/views/spent']) {
      const { headers } = await built.send(path, { headers: await built.asPage() });
      expect(headers['strict-transport-security']).toMatch(/^max-age=31536000$/);
    }
  });

  test('a page is shut to frames, other hosts, inline scripts and eval, and each has a nonce of its own', async () => {
    const nonces = new Set<string>();
    for (let at = 0; at < 3; at += 1) {
      const { headers, text } = await built.send('/sign-in');
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("default-src 'self'");
      expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https?:/);
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
      nonces.add(nonce);
      const scripts = [...text.matchAll(/<script(?![^>]*\bsrc=)[^>]*>/g)].map(([tag]) => tag);
      expect(scripts.length).toBeGreaterThan(0);
      for (const tag of scripts) expect(tag).toContain(`nonce="${nonce}"`);
      expect(text).not.toMatch(/<[^>]+\son\w+=/);
    }
    expect(nonces.size).toBe(3);
  });
});

test('next-auth shows no page of its own, which would have no content policy', async () => {
  for (const path of ['signout', 'verify-request', 'error', 'signin', 'signin/keys', 'new-user', '_log']) {
    const { headers } = await built.send(`/api/auth/${path}`, { headers: await built.asPage() });
    expect(headers['content-type'] ?? '', path).not.toContain('html');
    expect(headers['cache-control'] ?? 'none', path).toContain('no-store');
    expect(headers['strict-transport-security'], path).toBeDefined();
  }
});

test('NEXTAUTH_URL is the only origin, whatever is forwarded: nothing leads to another host', async () => {
  for (const headers of [{}, SPOOFED, { host: 'evil.example' }, { host: `127.0.0.1:${built.port}` }]) {
    for (const path of ['/', '/secrets', '/secret?arn=x', '/api/auth/signin', '/api/auth/error?error=x']) {
      const { status, headers: said, text } = await built.send(path, { headers });
      expect(status, path).toBeLessThan(500);
      const target = said.location && new URL(said.location, ORIGIN);
      if (target && !('host' in headers)) expect(target.origin, path).toBe(ORIGIN);
      expect(String(said.location) + text, path).not.toContain('evil.example');
    }
  }
});

test('a door takes requests of that origin alone', async () => {
  const own = await built.asPage(built.session('riley'));
  const path = `/api/views/spent?scope=${built.session('riley').scope}`;
  expect((await built.send(path, { headers: own })).status).toBe(200);
  for (const strange of [
    { origin: `http://localhost:${built.port}` },
    { host: `localhost:${built.port}` },
    { origin: 'http://keyturn.acme.example' },
    { origin: 'https://keyturn.acme.example:444' },
    { origin: 'https://x.keyturn.acme.example' },
    { origin: 'https://keyturn.acme.example.evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'none' },
  ]) {
    const { status, text } = await built.send(path, { headers: { ...own, ...strange } });
    expect(JSON.parse(text).code, JSON.stringify(strange)).toBe('origin-refused');
    expect(status).toBe(403);
  }
});

test('its cookies belong to this host alone, by https alone, and to no script', async () => {
  const { headers, text } = await built.send('/api/auth/csrf', { headers: await built.asPage() });
  const { csrfToken } = JSON.parse(text);
  const jar = (headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ');
  const signedIn = await built.send('/api/auth/callback/sandbox', {
    method: 'POST',
    headers: {
      ...(await built.asPage()),
      cookie: jar,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ csrfToken, json: 'true', operator: 'riley' }).toString(),
  });
  expect(signedIn.status).toBe(200);
  const left = await built.send('/api/auth/signin/company-provider', {
    method: 'POST',
    headers: {
      ...(await built.asPage()),
      cookie: jar,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ csrfToken, json: 'true' }).toString(),
  });
  const set = [headers, signedIn.headers, left.headers].flatMap((said) => said['set-cookie'] ?? []);
  for (const part of ['state', 'nonce', 'pkce.code_verifier']) {
    expect(set.filter((line) => line.startsWith(`__Host-next-auth.${part}=`))).toHaveLength(1);
  }
  expect(set.filter((line) => line.startsWith('__Host-next-auth.session-token='))).toHaveLength(1);
  for (const line of set) {
    expect(line).toMatch(/^__Host-/);
    expect(line).toMatch(/; Secure/i);
    expect(line).toMatch(/; HttpOnly/i);
    expect(line).toMatch(/; Path=\/(;|$)/i);
    expect(line).not.toMatch(/; Domain=/i);
  }
  const session = set.find((line) => line.startsWith('__Host-next-auth.session-token='))?.split(';')[0] ?? '';
  const who = await built.send('/api/auth/session', {
    headers: { ...(await built.asPage()), cookie: session },
  });
  expect(JSON.parse(who.text).operator.name).toBe('riley');
  // The same under a name that another host of the domain could set is no sign-in.
  for (const name of ['next-auth.session-token', '__Secure-next-auth.session-token']) {
    const cookie = session.replace('__Host-next-auth.session-token', name);
    const tossed = await built.send('/api/auth/session', { headers: { ...(await built.asPage()), cookie } });
    expect(JSON.parse(tossed.text)).toEqual({});
  }
});

test('the audit line has the address the outer proxy saw, not what the caller says of itself', async () => {
  const riley = built.session('riley');
  const headers = {
    ...(await built.asPage(riley)),
    'content-type': 'application/json',
    'x-forwarded-for': '6.6.6.6, 203.0.113.9, 10.0.0.6',
    'x-keyturn-peer': '6.6.6.6',
  };
  const arn = 'arn:aws:secretsmanager:us-east-1:441200879921:secret:no-such-secret-AbCdEf';
  await built.send(`/api/secretsmanager/${riley.scope}/us-east-1/TagResource`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ input: { SecretId: arn, Tags: [{ Key: 'a', Value: 'b' }] } }),
  });
  expect(JSON.parse(built.output().out.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
    operation: 'TagResource',
    client: '203.0.113.9',
    outcome: 'secret-not-found',
  });
});
