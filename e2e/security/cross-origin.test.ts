import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type Built, startBuilt } from './built';
import { doors } from './every-door';

let built: Built;
beforeAll(async () => {
  built = await startBuilt({ KEYTURN_LOG: 'warn' });
  await built.control('calls', 'DELETE');
});
afterAll(() => built.stop());
// Whoever asked: AWS was not.
afterEach(async () => expect(await built.control('calls')).toEqual([]));

/** What a browser sends from elsewhere, and what is no browser at all; each with the operator's cookie. */
const STRANGE: Readonly<Record<string, (built: Built) => Record<string, string>>> = {
  'a page of another origin': () => ({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }),
  'a form of another origin, in an old browser': () => ({ origin: 'https://evil.example' }),
  'a sandboxed frame': () => ({ origin: 'null', 'sec-fetch-site': 'cross-site' }),
  'another port of this computer': () => ({ origin: 'http://localhost:9', 'sec-fetch-site': 'same-site' }),
  'a link or a bookmark': () => ({ 'sec-fetch-site': 'none' }),
  'no browser: neither origin nor site': () => ({}),
  'a name bound anew to this address': ({ port }) => ({
    host: `rebound.example:${port}`,
    origin: `http://rebound.example:${port}`,
    'sec-fetch-site': 'same-origin',
  }),
  'an address instead of the name': ({ port }) => ({
    host: `127.0.0.1:${port}`,
    origin: `http://127.0.0.1:${port}`,
    'sec-fetch-site': 'same-origin',
  }),
};

test('the doors are found in the code', () => {
  expect(doors.length).toBeGreaterThan(14);
  expect(doors).toContainEqual({ method: 'POST', path: '/api/views/reveal' });
});

test.each(Object.keys(STRANGE))('every door is shut to %s', async (who) => {
  const { cookie = '' } = await built.asPage(built.session('riley'));
  const types = ['application/json', 'text/plain', 'application/x-www-form-urlencoded'];
  for (const { method, path } of doors) {
    for (const type of method === 'GET' ? types.slice(0, 1) : types) {
      const headers = { cookie, 'content-type': type, ...STRANGE[who]?.(built) };
      const {
        status,
        text,
        headers: said,
      } = await built.send(path, {
        method,
        headers,
        ...(method === 'GET' ? {} : { body: '{}' }),
      });
      expect({ path, status, code: JSON.parse(text).code }).toEqual({
        path,
        status: 403,
        code: 'origin-refused',
      });
      expect(said).not.toHaveProperty('access-control-allow-origin');
    }
  }
});

test('no door answers a preflight, or a method it does not have', async () => {
  for (const { path } of doors) {
    const asked = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const preflight = await built.send(path, { method: 'OPTIONS', headers: asked });
    expect(preflight.headers).not.toHaveProperty('access-control-allow-origin');
    expect(preflight.headers).not.toHaveProperty('access-control-allow-methods');
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      const { status } = await built.send(path, {
        method,
        headers: await built.asPage(built.session('riley')),
      });
      expect(status, `${method} ${path}`).toBe(405);
    }
  }
});

test('nobody is signed in or out by a page of another origin: its form has no token', async () => {
  const { cookie = '' } = await built.asPage(built.session('riley'));
  for (const path of ['callback/sandbox', 'callback/keys', 'callback/profile', 'signin/sandbox', 'signout']) {
    for (const csrfToken of ['', 'x', 'a'.repeat(64)]) {
      const { status, headers } = await built.send(`/api/auth/${path}`, {
        method: 'POST',
        headers: {
          cookie,
          origin: 'https://evil.example',
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams({ csrfToken, operator: 'sam', json: 'true' }).toString(),
      });
      expect(status).toBeLessThan(500);
      const set = (headers['set-cookie'] ?? []).filter((line) => line.includes('session-token'));
      expect(set, path).toEqual([]);
    }
  }
  const who = await built.send('/api/auth/session', { headers: { cookie } });
  expect(JSON.parse(who.text).operator.name).toBe('riley');
});

test('not even with a token of ours: another origin may have set its cookie', async () => {
  const own = await built.asPage();
  const { text, headers } = await built.send('/api/auth/csrf', { headers: own });
  const cookie = (headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ');
  const body = new URLSearchParams({
    csrfToken: JSON.parse(text).csrfToken,
    operator: 'nobody',
    json: 'true',
  });
  const signIn = (more: Record<string, string>) =>
    built.send('/api/auth/callback/sandbox', {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', ...more },
      body: body.toString(),
    });
  for (const strange of [
    { ...own, origin: 'https://evil.example' },
    { ...own, origin: 'null' },
    { ...own, 'sec-fetch-site': 'same-site' },
    { ...own, 'sec-fetch-site': 'cross-site' },
    {},
  ]) {
    const { status, headers: said } = await signIn(strange);
    expect([status, said['set-cookie']], JSON.stringify(strange)).toEqual([403, undefined]);
  }
  expect((await signIn(own)).text).toContain('operator-unknown');
  const line = '"event":"refused","door":"auth","code":"origin-refused"';
  await vi.waitFor(() => expect(built.output().err).toContain(line), 5_000);
});

test('no method is answered by a fault of ours', async () => {
  for (const method of ['TRACE', 'OPTIONS', 'PROPFIND', 'REPORT', 'LOCK', 'M-SEARCH']) {
    for (const path of [
      '/',
      '/sign-in',
      '/api/health',
      '/api/views/spent',
      '/api/auth/session',
      '/oauth/callback',
    ]) {
      const { status } = await built.send(path, { method, headers: await built.asPage() });
      expect(status, `${method} ${path}`).toBeLessThan(500);
    }
  }
  expect(built.output().err).not.toContain('TypeError');
});

test('a name bound anew to this address is given no sign-in page of ours to work with', async () => {
  const host = `rebound.example:${built.port}`;
  for (const path of ['session', 'csrf', 'providers', 'signin']) {
    const { status, text } = await built.send(`/api/auth/${path}`, { headers: { host } });
    expect({ path, status, text }).toEqual({ path, status: 403, text: '' });
  }
});

test('no sign-in leads elsewhere, wherever the address says to go on to', async () => {
  const elsewhere = [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/..//evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    `http://localhost:${built.port}@evil.example/`,
    `http://localhost:${built.port}.evil.example/`,
    '\thttps://evil.example',
    '/%0d%0aLocation:https://evil.example',
  ];
  for (const target of elsewhere) {
    const query = `callbackUrl=${encodeURIComponent(target)}`;
    for (const path of [
      '/sign-in',
      '/api/auth/signin',
      '/api/auth/signout',
      '/api/auth/error',
      '/api/auth/signin/sandbox',
    ]) {
      const { status, headers, text } = await built.send(`${path}?${query}`);
      expect(status, `${path} ${target}`).toBeLessThan(500);
      const { location } = headers;
      if (location) expect(new URL(location, built.origin).origin, `${path} ${target}`).toBe(built.origin);
      expect(text, `${path} ${target}`).not.toMatch(/(?:href|action|content)="[^"]*evil\.example/);
      for (const line of headers['set-cookie'] ?? []) {
        const kept = /callback-url=([^;]*)/.exec(line)?.[1];
        if (kept) expect(new URL(decodeURIComponent(kept), built.origin).origin).toBe(built.origin);
      }
    }
  }
});
