import { NextRequest } from 'next/server';
import { encode } from 'next-auth/jwt';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetClients } from '@/lib/aws/own-client';
import { sessionOf } from './sealed-session';

const SECRET = 'a-secret-of-this-test-and-of-nothing-else';
const HOUR = 3_600_000;

beforeEach(() => {
  vi.stubEnv('NEXTAUTH_SECRET', SECRET);
  vi.stubEnv('NEXTAUTH_URL', 'http://localhost:3000');
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

async function asking(sid: string, secret = SECRET): Promise<NextRequest> {
  const keyturn = {
    sid,
    scope: '111122223333.responder',
    name: 'responder',
    account: '111122223333',
    arn: 'arn:aws:iam::111122223333:user/responder',
    way: 'keys',
    home: 'us-east-1',
    until: Math.floor((Date.now() + HOUR) / 1000),
    credentials: { accessKeyId: `key-of-${sid}`, secretAccessKey: 'not-a-key' },
  };
  const token = await encode({ token: { keyturn }, secret, maxAge: 3_600 });
  return requestWith(`theme=dark; next-auth.session-token=${token}`);
}

const requestWith = (cookie: string) =>
  new NextRequest('http://localhost:3000/api/views/spent', { headers: { cookie } });

it('opens a cookie once, whatever is asked with it', async () => {
  const request = await asking('sid-once');
  const first = await sessionOf(request);
  expect(first?.sid).toBe('sid-once');
  expect(await sessionOf(requestWith(request.headers.get('cookie') ?? ''))).toBe(first);
});

it('takes nobody for another: each cookie is its own sign-in', async () => {
  const [one, two] = [await asking('sid-one'), await asking('sid-two')];
  for (const [request, sid] of [
    [one, 'sid-one'],
    [two, 'sid-two'],
    [one, 'sid-one'],
  ] as const) {
    expect((await sessionOf(request))?.sid).toBe(sid);
  }
});

it('knows none without a cookie, with a changed one, and with one of another key', async () => {
  const cookie = (await asking('sid-changed')).headers.get('cookie') ?? '';
  await sessionOf(requestWith(cookie));
  const changed = cookie.slice(0, -2) + (cookie.endsWith('AA') ? 'BB' : 'AA');
  expect(await sessionOf(requestWith(changed)).catch(() => undefined)).toBeUndefined();
  expect(await sessionOf(new NextRequest('http://localhost:3000/api/views/spent'))).toBeUndefined();
});

it('takes an opened cookie no longer than its sign-in', async () => {
  const request = await asking('sid-ended');
  expect(await sessionOf(request)).toBeDefined();
  vi.setSystemTime(Date.now() + HOUR + 1_000);
  expect(await sessionOf(request)).toBeUndefined();
});

it('forgets what it opened when the sign-in is forgotten', async () => {
  const request = await asking('sid-left');
  const first = await sessionOf(request);
  forgetClients('sid-left');
  expect(await sessionOf(request)).not.toBe(first);
});

it('takes a cookie of the secret before, while that is known', async () => {
  const request = await asking('sid-before', 'the-secret-before-this-one-of-this-test');
  expect(await sessionOf(request)).toBeUndefined();
  vi.stubEnv('KEYTURN_SECRET_BEFORE', 'the-secret-before-this-one-of-this-test');
  expect((await sessionOf(request))?.sid).toBe('sid-before');
});
