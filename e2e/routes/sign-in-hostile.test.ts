import { describe, expect, test } from 'vitest';
import { atDesk } from './at-desk';
import { ORIGIN } from './console';

const MARKER = 'keyturn-marker-5f1c';

const at = atDesk();

/** Where a browser would be after following what the answer says. */
const landing = (url: string) => new URL(url, ORIGIN).origin;

const ELSEWHERE = [
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example/',
  '\\\\evil.example/',
  'https:evil.example',
  'http://localhost:3000@evil.example/',
  'http://localhost:3000.evil.example/',
  'http://localhost:3001/',
  'https://localhost:3000/',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  ' https://evil.example/',
  '/%0d%0aLocation:%20https://evil.example/',
  '/\r\nLocation: https://evil.example/',
  'http://',
];

describe.each(ELSEWHERE)('a link that would lead the operator to %j', (callbackUrl) => {
  test('ends on our own pages after signing in', async () => {
    const { csrfToken } = await (await at.browser.ask('csrf')).json();
    const fields = { operator: 'riley', csrfToken, callbackUrl };
    for (const json of ['true', 'false']) {
      const response = await at.browser.ask('callback/sandbox', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ ...fields, json }).toString(),
      });
      expect(response.status).toBeLessThan(500);
      const text = await response.text();
      const url = text.startsWith('{') ? (JSON.parse(text) as { url: string }).url : null;
      expect(landing(url ?? response.headers.get('location') ?? '/')).toBe(ORIGIN);
    }
  });

  test.each(['signin', 'signin/keys', 'signout', 'callback/keys', 'error', 'verify-request', 'session'])(
    'ends on our own pages when followed to %s',
    async (path) => {
      const query = `?${new URLSearchParams({ callbackUrl, error: callbackUrl })}`;
      const response = await at.browser.ask(path, { query });
      expect(response.status).toBeLessThan(500);
      expect(landing(response.headers.get('location') ?? '/')).toBe(ORIGIN);
    },
  );

  test('ends on our own pages when a cookie remembers it', async () => {
    at.browser.cookies.set('next-auth.callback-url', encodeURIComponent(callbackUrl));
    const response = await at.browser.ask('signin');
    expect(response.status).toBeLessThan(500);
    const location = response.headers.get('location') ?? '/';
    expect(landing(location)).toBe(ORIGIN);
    const inner = new URL(location, ORIGIN).searchParams.get('callbackUrl') ?? '/';
    expect(landing(inner)).toBe(ORIGIN);
  });
});

test.each(['evil.example', 'evil.example:3000', 'localhost', 'localhost:3001', '127.0.0.1:3000', ''])(
  'the sign-in routes answer nobody who calls us %j',
  async (host) => {
    for (const path of ['csrf', 'session', 'providers', 'signin', 'callback/sandbox']) {
      const response = await at.browser.ask(path, {
        headers: { host, 'x-forwarded-host': 'localhost:3000' },
      });
      expect(response.status).toBe(403);
      expect(await response.text()).toBe('');
      expect(response.headers.getSetCookie()).toEqual([]);
    }
  },
);

test('a proxy that claims another host moves no address of ours', async () => {
  const headers = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
  for (const path of ['signin', 'signout', 'error', 'providers', 'callback/keys']) {
    const response = await at.browser.ask(path, { headers });
    expect(response.status).toBeLessThan(500);
    expect(landing(response.headers.get('location') ?? '/')).toBe(ORIGIN);
    expect(await response.text()).not.toContain('evil.example');
  }
});

const ACTIONS = [
  '__proto__',
  'constructor',
  'toString',
  `${MARKER}`,
  '..%2f..%2fetc%2fpasswd',
  '%00',
  '%E0%A4%A',
  `callback/${MARKER}`,
  'callback/__proto__',
  'callback/constructor',
  'callback',
  'signin/__proto__',
  'signin/sandbox/and/more',
  '_log',
  '_log/__proto__',
  'session/x',
  'providers/x',
  'csrf/x',
  `error?error=${MARKER}`,
];

const BODIES: [string, string, BodyInit][] = [
  ['no content type', '', MARKER],
  ['JSON that is none', 'application/json', `{"${MARKER}`],
  ['JSON null', 'application/json', 'null'],
  ['a JSON number', 'application/json', '7'],
  ['a JSON text', 'application/json', `"${MARKER}"`],
  ['a JSON list', 'application/json', `["${MARKER}"]`],
  [
    'fields of other types',
    'application/json',
    '{"csrfToken":{},"callbackUrl":7,"json":[],"operator":{"a":1}}',
  ],
  [
    'prototype names',
    'application/json',
    `{"__proto__":{"json":"true"},"constructor":{"prototype":"${MARKER}"}}`,
  ],
  ['deep nesting', 'application/json', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
  ['a level to log at', 'application/json', `{"level":"__defineGetter__","code":"${MARKER}"}`],
  [
    'a form of nonsense',
    'application/x-www-form-urlencoded',
    `%%%&=&${MARKER}=${MARKER}&csrfToken=a&csrfToken=b`,
  ],
  ['invalid UTF-8', 'application/x-www-form-urlencoded', new Uint8Array([0xff, 0xfe, 0xc3, 0x28])],
  ['a megabyte', 'application/x-www-form-urlencoded', `operator=${'x'.repeat(1_000_000)}`],
  ['a form in parts', 'multipart/form-data; boundary=x', `--x\r\n\r\n${MARKER}\r\n--x--`],
];

test('a form larger than any keys is not read to its end', async () => {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 65_536;
      controller.enqueue(new Uint8Array(65_536).fill(97));
    },
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const response = await at.browser.ask('callback/keys', { method: 'POST', headers, body });
  expect(response.status).toBe(413);
  expect(await response.text()).toBe('');
  expect(sent).toBeLessThan(500_000);
});

test.each(ACTIONS)('the sign-in route %s neither fails nor repeats what it was sent', async (path) => {
  const quiet = async (response: Response) => {
    expect(response.status).toBeLessThan(500);
    expect(await response.text()).not.toContain(MARKER);
    expect(landing(response.headers.get('location') ?? '/')).toBe(ORIGIN);
  };
  await quiet(await at.browser.ask(path));
  await quiet(
    await at.browser.ask(path, { query: `?error=${MARKER}&callbackUrl=${MARKER}&nextauth=x&nextauth=y` }),
  );
  await quiet(await at.browser.ask(path, { method: 'POST', body: 'a=b' }));
});

describe.each(BODIES)('a sign-in whose body is %s', (_, type, body) => {
  test.each(['callback/sandbox', 'callback/keys', 'signin/keys', 'signout', 'session', '_log', 'csrf'])(
    'is refused quietly at %s',
    async (path) => {
      const response = await at.browser.ask(path, {
        method: 'POST',
        headers: { 'content-type': type || null },
        body,
      });
      expect(response.status).toBeLessThan(500);
      expect(await response.text()).not.toContain(MARKER);
      expect(at.browser.cookies.has('next-auth.session-token')).toBe(false);
      expect({}).not.toHaveProperty('json');
    },
  );
});

test.each([
  ['garbage', 'garbage'],
  [
    'a token of somebody else',
    'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA',
  ],
  ['an unsigned token', 'eyJhbGciOiJub25lIn0.eyJrZXl0dXJuIjp7fX0.'],
])('a browser whose session cookie is %s is simply not signed in', async (_, token) => {
  at.browser.cookies.set('next-auth.session-token', token);
  const { operator } = await at.browser.whoAmI();
  expect(operator).toBeUndefined();
  expect((await at.browser.signOut()).status).toBeLessThan(400);
});
