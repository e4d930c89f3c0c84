import { afterEach, expect, test } from 'vitest';
import { GET as comeBack } from '@/app/oauth/callback/route';
import type { CenterAccounts, Departure } from '@/lib/contract/identity-center';
import { atDesk } from './at-desk';
import { openBrowser } from './browser';
import { ORIGIN, requestTo } from './console';
import { problemIn } from './doors';

const HOME = '441200879921';
const CENTER = { startUrl: 'https://acme.awsapps.com/start', region: 'us-east-1' };
const BY_NUMBER = ORIGIN.replace('localhost', '127.0.0.1');

const at = atDesk();

afterEach(() => {
  process.env.NEXTAUTH_URL = ORIGIN;
});

const depart = async (back = '/rotation?tab=open'): Promise<string> => {
  const answer = await at.browser.center('depart', { center: CENTER, back });
  return ((await answer.json()) as Departure).address;
};

/** On the page of IAM Identity Center, as a person would; answers where it sends the at.browser. */
async function answer(address: string, name: string, decision: 'allow' | 'deny'): Promise<URL> {
  const asked = await fetch(address, { redirect: 'manual' });
  const page = new URL(asked.headers.get('location') ?? '', address);
  const body = new URLSearchParams({
    request: page.searchParams.get('request') ?? '',
    ...{ name, answer: decision },
  });
  const said = await fetch(`${page.origin}${page.pathname}`, { method: 'POST', body, redirect: 'manual' });
  return new URL(said.headers.get('location') ?? '');
}

/** Comes back to the console by an address, and follows it while it stays on the way there. */
async function arrive(address: URL, by = at.browser): Promise<URL> {
  const cookie = [...by.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const own = address.origin === ORIGIN;
  const request = requestTo(`${address.pathname}${address.search}`, {
    headers: {
      // The cookie is of the name the console was opened by.
      ...{ host: address.host, origin: null, 'sec-fetch-site': 'cross-site', cookie: own ? cookie : null },
    },
  });
  const response = await comeBack(request);
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '') by.cookies.delete(name);
    else by.cookies.set(name, value);
  }
  expect(response.headers.get('cache-control')).toContain('no-store');
  if (response.status !== 303) return new URL(`status:${response.status}`);
  const next = new URL(response.headers.get('location') ?? '');
  return next.pathname === '/oauth/callback' ? arrive(next, by) : next;
}

const said = (url: URL) => [url.origin + url.pathname, url.searchParams.get('error')];

test('a person signs in there, comes back by number to the console’s own name, and chooses a role', async () => {
  const address = await depart();
  expect(new URL(address).searchParams.get('redirect_uri')).toBe(`${BY_NUMBER}/oauth/callback`);
  expect(address).not.toMatch(/verifier|secret/i);
  const next = await arrive(await answer(address, 'riley', 'allow'));
  expect(said(next)).toEqual([`${ORIGIN}/sign-in`, null]);
  expect(next.searchParams.get('callbackUrl')).toBe('/rotation?tab=open');
  const { accounts } = (await (await at.browser.center('accounts')).json()) as CenterAccounts;
  expect(accounts.map(({ id }) => id)).toContain(HOME);
  expect((await at.browser.signIn('center', { account: HOME, role: 'AdministratorAccess' })).status).toBe(
    200,
  );
  expect((await at.browser.whoAmI()).operator).toMatchObject({ name: 'riley', way: 'center' });
});

test('who says no there is told so, and holds nothing', async () => {
  const next = await arrive(await answer(await depart(), 'riley', 'deny'));
  expect(said(next)).toEqual([`${ORIGIN}/sign-in`, 'center-denied']);
  expect(at.browser.cookies.size).toBe(0);
});

test('what one browser brings back is worth nothing in another, nor with another state, nor twice', async () => {
  const back = await answer(await depart(), 'riley', 'allow');
  const other = openBrowser();
  expect(said(await arrive(back, other))[1]).toBe('center-unknown');
  const forged = new URL(back);
  forged.searchParams.set('state', 'x'.repeat(32));
  expect(said(await arrive(forged))[1]).toBe('center-unknown');
  expect(said(await arrive(back))[1]).toBeNull();
  expect(said(await arrive(back))[1]).toBe('center-unknown');
});

test('a code that AWS does not redeem, or does not answer for, signs nobody in', async () => {
  const wrong = await answer(await depart(), 'riley', 'allow');
  wrong.searchParams.set('code', 'x'.repeat(43));
  expect(said(await arrive(wrong))[1]).toBe('center-ended');
  const back = await answer(await depart(), 'riley', 'allow');
  await at.desk.fault({ kind: 'error500', operation: 'CreateToken' });
  expect(said(await arrive(back))[1]).toBe('aws-unreachable');
  expect((await at.browser.center('accounts')).status).toBe(401);
});

test('it goes on to a page of ours and to no other', async () => {
  const next = await arrive(await answer(await depart('https://evil.example/x'), 'riley', 'allow'));
  expect(next.origin).toBe(ORIGIN);
  expect(next.searchParams.get('callbackUrl')).toBe('/');
});

test('on no other host is there such an address, and a console behind a name of its own offers none', async () => {
  const back = await answer(await depart(), 'riley', 'allow');
  back.host = 'evil.example';
  expect((await arrive(back)).href).toBe('status:404');
  process.env.NEXTAUTH_URL = 'https://keyturn.acme.example';
  const own = { host: 'keyturn.acme.example', origin: 'https://keyturn.acme.example' };
  const request = requestTo('/oauth/callback?code=x&state=y', { headers: own });
  expect((await comeBack(request)).status).toBe(404);
});

test('there is no departure without a center, nor to an address that is none', async () => {
  const none = await at.browser.center('depart', { back: '/' });
  expect(await problemIn(none)).toMatchObject({ code: 'operation-unknown' });
  const wrong = await at.browser.center('depart', { center: { ...CENTER, startUrl: 'http://x' }, back: '/' });
  expect(await problemIn(wrong)).toMatchObject({ code: 'input-invalid' });
});
