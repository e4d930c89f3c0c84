import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { GET } from '@/app/api/profiles/route';
import { type Browser, openBrowser } from '../routes/browser';
import { type Desk, type Headers, openDesk, requestTo } from '../routes/console';
import { problemIn } from '../routes/doors';
import { type Home, LAUNCH, openAddress, openHome } from '../routes/profile-files';

const COOKIE = 'keyturn.launch-3000';
const NAME = 'of-somebody';

let desk: Desk;
let home: Home;
let browser: Browser;
let ran: string;

beforeAll(async () => {
  desk = await openDesk();
  home = await openHome();
  ran = join(home.path, 'ran');
  await home.write(`[profile ${NAME}]\ncredential_process = touch "${ran}"\nregion = us-east-1\n`);
});
afterAll(async () => {
  await home.close();
  await desk.close();
});
beforeEach(() => {
  browser = openBrowser();
});

const cookies = () => [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
const list = (headers: Headers = {}) =>
  GET(requestTo('/api/profiles', { headers: { cookie: cookies() || null, ...headers } }));

/** What somebody without the token gets: no list, no way in, and no command run. */
async function lockedOut() {
  const response = await list();
  expect(await problemIn(response.clone())).toMatchObject({ status: 403, code: 'launch-needed' });
  expect(await response.text()).not.toContain(NAME);
  const { url } = await browser.signIn('profile', { profile: NAME });
  expect(url).not.toMatch(/profile-|error=$/);
  expect(browser.cookies.has('next-auth.session-token')).toBe(false);
  await expect(access(ran)).rejects.toThrow(/ENOENT/);
}

describe('the address printed at the start', () => {
  test('leaves a cookie no script can read and no other site can send, and the token leaves the address', async () => {
    const response = await openAddress(browser, `/?launch=${LAUNCH}`);
    expect(response.status).toBe(307);
    expect(response.headers.get('location')).toBe('http://localhost:3000/');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const line = browser.set.get(COOKIE) ?? '';
    expect(line).toMatch(/; HttpOnly/i);
    expect(line).toMatch(/; SameSite=Strict/i);
    expect(line).toMatch(/; Path=\/(;|$)/i);
    expect(line).not.toMatch(/expires|max-age|domain/i);
    expect(JSON.stringify([...response.headers])).not.toContain(LAUNCH);
    const answer = await list();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toMatchObject({ profiles: [{ name: NAME }] });
  });

  test('keeps the rest of the address', async () => {
    const response = await openAddress(browser, `/secrets?q=db&launch=${LAUNCH}`);
    expect(response.headers.get('location')).toBe('http://localhost:3000/secrets?q=db');
    expect(browser.cookies.has(COOKIE)).toBe(true);
  });

  test('may be opened twice, in another browser too', async () => {
    await openAddress(browser, `/?launch=${LAUNCH}`);
    const other = openBrowser();
    await openAddress(other, `/?launch=${LAUNCH}`);
    expect(other.cookies.get(COOKIE)).toBe(browser.cookies.get(COOKIE));
  });
});

test('without the token there is no list, and no way in', () => lockedOut());

test.each([
  ['', ''],
  ['a wrong one', LAUNCH.replace('t', 'T')],
  ['part of it', LAUNCH.slice(0, -1)],
  ['more than it', `${LAUNCH}x`],
  ['it and another', `${LAUNCH}&launch=x`],
  ['a million letters', 'x'.repeat(1_000_000)],
  ['a name of JavaScript', '__proto__'],
  ['bytes', '%00%ff'],
])('a launch token that is %s opens nothing, and leaves the address all the same', async (_what, token) => {
  const response = await openAddress(browser, `/?launch=${token}`);
  expect(response.headers.get('location')).toBe('http://localhost:3000/');
  expect(response.headers.getSetCookie()).toEqual([]);
  await lockedOut();
});

test.each(['', 'x', LAUNCH, `${LAUNCH}x`])('a cookie of %j proves nothing', async (value) => {
  browser.cookies.set(COOKIE, value);
  await lockedOut();
});

test.each(['evil.example', '127.0.0.1:3000', 'localhost', 'localhost:3001'])(
  'the right token gives no cookie to a browser that calls us %s, and the cookie opens nothing there',
  async (host) => {
    const response = await openAddress(browser, `/?launch=${LAUNCH}`, { host });
    expect(response.headers.getSetCookie()).toEqual([]);
    await openAddress(browser, `/?launch=${LAUNCH}`);
    expect(await problemIn(await list({ host }))).toMatchObject({ status: 403, code: 'origin-refused' });
  },
);

test.each<Headers>([
  { origin: 'https://evil.example' },
  { origin: 'http://localhost:3001' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'cross-site' },
  { origin: null, 'sec-fetch-site': null },
])(
  'a page of another origin (%j) does not get the list, whatever cookies the browser adds',
  async (headers) => {
    await openAddress(browser, `/?launch=${LAUNCH}`);
    expect(await problemIn(await list(headers))).toMatchObject({ status: 403, code: 'origin-refused' });
  },
);

test('the cookie of an earlier start opens nothing', async () => {
  await openAddress(browser, `/?launch=${LAUNCH}`);
  vi.stubEnv('KEYTURN_LAUNCH_TOKEN', LAUNCH.replace('token', 'other'));
  await lockedOut();
  vi.unstubAllEnvs();
});

// what the console was started with
test.each([
  ['HOSTNAME', '0.0.0.0'],
  ['HOSTNAME', '::'],
  ['HOSTNAME', ''],
  ['NEXTAUTH_URL', 'https://keyturn.example'],
  ['KEYTURN_LAUNCH_TOKEN', ''],
  ['KEYTURN_LAUNCH_TOKEN', 'short'],
])('a console started with %s=%j has no profiles to offer, whoever asks', async (name, value) => {
  await openAddress(browser, `/?launch=${LAUNCH}`);
  vi.stubEnv(name, value);
  const headers = name === 'NEXTAUTH_URL' ? { host: 'keyturn.example', origin: value } : {};
  const response = await list(headers);
  expect(await problemIn(response)).toMatchObject({ code: 'launch-needed' });
  const fresh = openBrowser();
  const opened = await openAddress(fresh, `/?launch=${value || LAUNCH}`, headers);
  expect(opened.headers.getSetCookie()).toEqual([]);
  if (name !== 'KEYTURN_LAUNCH_TOKEN' && name !== 'NEXTAUTH_URL') {
    expect(Object.keys(await (await browser.ask('providers')).json())).not.toContain('profile');
  }
  vi.unstubAllEnvs();
});
