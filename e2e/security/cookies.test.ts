import { createHmac } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cookieOf, SECRET } from '../routes/console';
import { type Built, startBuilt } from './built';

let built: Built;
beforeAll(async () => {
  built = await startBuilt();
});
afterAll(() => built.stop());

const NAME = 'next-auth.session-token';
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What a door, the session route and a page make of a cookie. */
async function known(cookie: string) {
  const headers = { ...(await built.asPage()), cookie };
  const { scope } = built.session('riley');
  const door = await built.send(`/api/views/spent?scope=${scope}`, { headers });
  const session = await built.send('/api/auth/session', { headers });
  const page = await built.send('/secrets', { headers });
  for (const { status } of [door, session, page]) expect(status).toBeLessThan(500);
  return { door: door.status, operator: JSON.parse(session.text).operator?.name, page: page.status };
}
const NOBODY = { door: 401, operator: undefined, page: 307 };

test('a cookie of ours signs in, so that what follows means something', async () => {
  const { door, operator } = await known(await cookieOf(built.session('riley')));
  expect({ door, operator }).toEqual({ door: 200, operator: 'riley' });
});

test('no forged cookie signs anybody in', async () => {
  const keyturn = built.session('riley');
  const claims = { keyturn, exp: Math.floor(Date.now() / 1000) + 3600 };
  const signed = (alg: string, key: string) => {
    const said = `${base64({ alg, typ: 'JWT' })}.${base64(claims)}`;
    return `${said}.${createHmac('sha256', key).update(said).digest('base64url')}`;
  };
  const forged = [
    '',
    'null',
    JSON.stringify(keyturn),
    base64(keyturn),
    `${base64({ alg: 'none' })}.${base64(claims)}.`,
    signed('HS256', SECRET),
    signed('none', ''),
    `${base64({ alg: 'dir', enc: 'A256GCM' })}..${base64({})}.${base64(claims)}.${base64({})}`,
    `${base64({ alg: 'dir', enc: 'none' })}..AAAA.${base64(claims)}.`,
    await encode({ token: { keyturn }, secret: 'another secret, of thirty-two or more characters' }),
    await encode({ token: { keyturn }, secret: SECRET, salt: 'another use of the same secret' }),
    await encode({ token: { operator: 'riley' }, secret: SECRET }),
    await encode({ token: { keyturn: { ...keyturn, scope: 7 } as never }, secret: SECRET }),
    '.'.repeat(4),
    'a'.repeat(3_000),
  ];
  for (const token of forged) expect(await known(`${NAME}=${token}`), token.slice(0, 60)).toEqual(NOBODY);
  for (const cookie of [NAME, `${NAME}.0=a; ${NAME}.1=b`, `__proto__=a; ${NAME}=${forged[4]}`, '=', ';;;']) {
    expect(await known(cookie), cookie).toEqual(NOBODY);
  }
});

test('no altered cookie does: a letter changed anywhere makes it nothing', async () => {
  const cookie = await cookieOf(built.session('riley'));
  const start = cookie.indexOf('=') + 1;
  for (let at = start; at < cookie.length; at += Math.ceil((cookie.length - start) / 24)) {
    const letter = cookie[at] === 'A' ? 'B' : 'A';
    if (cookie[at] === '.') continue;
    expect(await known(cookie.slice(0, at) + letter + cookie.slice(at + 1)), `at ${at}`).toEqual(NOBODY);
  }
  expect(await known(cookie.slice(0, -4))).toEqual(NOBODY);
  expect(await known(cookie.split('.').reverse().join('.'))).toEqual(NOBODY);
});

test('no cookie is good after its end, whichever of its two ends comes first', async () => {
  const past = Math.floor(Date.now() / 1000) - 60;
  expect(await known(await cookieOf(built.session('riley', { until: past })))).toEqual(NOBODY);
  // The library gives a clock fifteen seconds.
  const over = await encode({ token: { keyturn: built.session('riley') }, secret: SECRET, maxAge: -16 });
  expect(await known(`${NAME}=${over}`)).toEqual(NOBODY);
});

test('signing out takes the cookie from the browser; a copy is good until its end, as SECURITY.md says', async () => {
  const page = await built.asPage();
  const cookie = await cookieOf(built.session('riley'));
  const { text, headers } = await built.send('/api/auth/csrf', { headers: page });
  const jar = (headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ');
  const out = await built.send('/api/auth/signout', {
    method: 'POST',
    headers: { ...page, cookie: `${cookie}; ${jar}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken: JSON.parse(text).csrfToken, json: 'true' }).toString(),
  });
  const dropped = (out.headers['set-cookie'] ?? []).find((line) => line.startsWith(`${NAME}=`)) ?? '';
  expect(dropped).toMatch(/^next-auth\.session-token=;.*(Max-Age=0|Expires=Thu, 01 Jan 1970)/i);
  expect(await known(jar)).toEqual(NOBODY);
  expect((await known(cookie)).door).toBe(200);
});
