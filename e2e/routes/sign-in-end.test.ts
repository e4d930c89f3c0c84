import { getToken } from 'next-auth/jwt';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { secretsManager } from '@/lib/aws/client';
import { toSignIn } from '@/lib/server/session';
import { type Browser, openBrowser } from './browser';
import { type Desk, openDesk, requestTo } from './console';

const SESSION = 'next-auth.session-token';
const SHIFT = 12 * 3600;

let desk: Desk;
let browser: Browser;
let keys: { accessKeyId: string; secretAccessKey: string };

beforeAll(async () => {
  desk = await openDesk();
  keys = desk.session('riley').credentials;
});
afterAll(() => desk.close());
beforeEach(() => {
  browser = openBrowser();
});

/** Seconds from now until a cookie ends, by whichever attribute a browser goes by. */
function livesFor(line = ''): number {
  const age = /max-age=(\d+)/i.exec(line)?.[1];
  if (age !== undefined) return Number(age);
  return (Date.parse(/expires=([^;]+)/i.exec(line)?.[1] ?? '') - Date.now()) / 1000;
}

describe('a sign-in ends', () => {
  test('after one shift, when nobody said otherwise', async () => {
    await browser.signIn('keys', { ...keys, region: 'us-east-1' });
    const { operator } = await browser.whoAmI();
    const left = (Date.parse(operator?.expires ?? '') - Date.now()) / 1000;
    expect(left).toBeGreaterThan(SHIFT - 60);
    expect(left).toBeLessThanOrEqual(SHIFT + 1);
    expect(livesFor(browser.set.get(SESSION))).toBeLessThanOrEqual(left + 2);
  });

  test('when the pasted keys end: the cookie, the token in it and what the page is told', async () => {
    const expiration = new Date(Date.now() + 900_000).toISOString();
    await browser.signIn('keys', { ...keys, region: 'us-east-1', expiration });
    expect(livesFor(browser.set.get(SESSION))).toBeLessThanOrEqual(901);
    const { operator, expires } = await browser.whoAmI();
    expect(Date.parse(operator?.expires ?? '')).toBeLessThanOrEqual(Date.parse(expiration));
    expect(Date.parse(expires ?? '')).toBeLessThanOrEqual(Date.parse(expiration));
    // Asking who is signed in renews the cookie, and must not renew the promise.
    expect(livesFor(browser.set.get(SESSION))).toBeLessThanOrEqual(901);
  });

  test('by signing out: the cookie is gone, and so are the clients of that sign-in', async () => {
    await browser.signIn('sandbox', { operator: 'riley' });
    const headers = { cookie: `${SESSION}=${browser.cookies.get(SESSION)}` };
    const token = await getToken({ req: requestTo('/', { headers }) });
    const session = toSignIn(token, Date.now())!.places[0];
    const client = secretsManager(session, 'us-east-1', 'read');
    expect(secretsManager(session, 'us-east-1', 'read')).toBe(client);
    expect((await browser.signOut()).status).toBeLessThan(400);
    expect(browser.cookies.has(SESSION)).toBe(false);
    expect(secretsManager(session, 'us-east-1', 'read')).not.toBe(client);
  });
});
