import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Pending, readPending, writePending } from './pending';

const NOW = Date.parse('2026-11-25T03:00:00Z');
const waiting: Pending = {
  step: 'waiting',
  startUrl: 'https://acme.awsapps.com/start',
  region: 'us-east-1',
  registration: { clientId: 'client', clientSecret: 'x'.repeat(2_500) },
  deviceCode: 'a-device-code',
  interval: 5,
  until: NOW / 1000 + 600,
};

beforeEach(() => {
  vi.stubEnv('NEXTAUTH_SECRET', 'a-secret-of-this-test-and-of-nothing-else');
  vi.stubEnv('NEXTAUTH_URL', 'http://localhost:3000');
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

/** What a browser would send back of the cookies an answer sets. */
async function kept(pending: Pending | undefined): Promise<Map<string, string>> {
  const headers = new Headers();
  await writePending(headers, pending);
  const pairs = headers.getSetCookie().map((line) => /^([^=]+)=([^;]*)/.exec(line)!);
  return new Map(pairs.map(([, name = '', value = '']) => [name, value]));
}

test('what was begun in a browser is found again in its cookies, however long its secrets are', async () => {
  const cookies = await kept(waiting);
  expect([...cookies.values()].filter((value) => value !== '').length).toBeGreaterThan(1);
  for (const [name, value] of cookies) expect(name.length + value.length).toBeLessThan(4_000);
  expect(await readPending((name) => cookies.get(name))).toEqual(waiting);
});

test('nothing of it can be read, and a script of the page does not see it', async () => {
  const headers = new Headers();
  await writePending(headers, waiting);
  const lines = headers.getSetCookie();
  expect(lines.join()).not.toContain('a-device-code');
  for (const line of lines) expect(line).toMatch(/; HttpOnly; SameSite=Lax$/);
});

test('under https its name keeps other hosts from setting it', async () => {
  vi.stubEnv('NEXTAUTH_URL', 'https://keyturn.acme.example');
  const headers = new Headers();
  await writePending(headers, waiting);
  for (const line of headers.getSetCookie()) expect(line).toMatch(/^__Host-.*; Path=\/;.*; Secure$/);
});

test('it is over with its code', async () => {
  const cookies = await kept(waiting);
  vi.setSystemTime(NOW + 601_000);
  expect(await readPending((name) => cookies.get(name))).toBeUndefined();
});

test('an end takes every piece away', async () => {
  const headers = new Headers();
  await writePending(headers, undefined);
  for (const line of headers.getSetCookie()) expect(line).toMatch(/^[^=]+=; Max-Age=0;/);
});

test.each([
  ['a piece is missing', (pieces: string[]) => pieces.slice(1)],
  ['pieces are exchanged', ([one = '', two = '', ...rest]: string[]) => [two, one, ...rest]],
  ['a letter is another', ([one = '', ...rest]: string[]) => [`${one.slice(0, -1)}!`, ...rest]],
])('it is not taken when %s', async (_what, change) => {
  const cookies = await kept(waiting);
  const names = [...cookies.keys()];
  const changed = change([...cookies.values()]);
  expect(await readPending((name) => changed[names.indexOf(name)])).toBeUndefined();
});

test('a session cookie does not stand for it, nor it for one', async () => {
  const { encode, decode } = await import('next-auth/jwt');
  const secret = 'a-secret-of-this-test-and-of-nothing-else';
  const session = await encode({ token: { pending: waiting }, secret });
  expect(await readPending((name) => (name.endsWith('.0') ? session : undefined))).toBeUndefined();
  const sealed = [...(await kept(waiting)).values()].join('');
  await expect(decode({ token: sealed, secret })).rejects.toThrow();
});

test('without a secret nothing is sealed', async () => {
  vi.stubEnv('NEXTAUTH_SECRET', '');
  await expect(writePending(new Headers(), waiting)).rejects.toThrow('NEXTAUTH_SECRET');
});
