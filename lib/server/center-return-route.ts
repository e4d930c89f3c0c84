import 'server-only';
import { timingSafeEqual } from 'node:crypto';
import type { NextRequest } from 'next/server';
import { askToken } from '@/lib/aws/identity-center/tokens';
import type { SignInErrorCode } from '@/lib/contract/sign-in-errors';
import { NO_STORE } from './answer';
import { isOnLoopback, ownOrigin } from './config';
import { readPending, writePending } from './pending/pending';

/**
 * Where a browser comes back to from IAM Identity Center: a page's address, because AWS sends the browser itself. What it
 * brings is worth something only beside the cookie of the browser that began; it goes on to our sign-in page, where the
 * account and role are chosen, or where it is said why there are none.
 */
export function centerReturnRoute() {
  return async (request: NextRequest): Promise<Response> => {
    const own = new URL(ownOrigin());
    const { searchParams, pathname } = new URL(request.url);
    const host = request.headers.get('host');
    if (!isOnLoopback() || (host !== own.host && host !== `127.0.0.1:${own.port || '80'}`)) {
      return new Response(null, { status: 404, headers: NO_STORE });
    }
    // AWS sends it back by number; the cookie belongs to the name the console was opened by.
    if (host !== own.host) {
      const { code, state, error } = Object.fromEntries(searchParams);
      const told = Object.entries({ code, state, error }).flatMap(([name, text]) =>
        text === undefined ? [] : [[name, text]],
      );
      return goOn(`${pathname}?${new URLSearchParams(told)}`, new Headers());
    }
    const headers = new Headers();
    const pending = await readPending((cookie) => request.cookies.get(cookie)?.value);
    if (pending?.step !== 'away' || !isSame(searchParams.get('state') ?? '', pending.state)) {
      return goOn(signIn('center-unknown', pending?.step === 'away' ? pending.back : '/'), headers);
    }
    const { back, verifier: codeVerifier, state: _, redirectUri, ...center } = pending;
    const code = searchParams.get('code');
    if (code === null) {
      await writePending(headers, undefined);
      const denied = searchParams.get('error') === 'access_denied';
      return goOn(signIn(denied ? 'center-denied' : 'center-ended', back), headers);
    }
    const grant = { code, redirectUri, codeVerifier };
    const answer = await askToken(center.region, center.registration, grant).catch(() => undefined);
    if (answer?.kind !== 'token') {
      await writePending(headers, undefined);
      return goOn(signIn(answer ? 'center-ended' : 'aws-unreachable', back), headers);
    }
    await writePending(headers, { ...center, ...answer.token, step: 'approved' });
    return goOn(signIn(undefined, back), headers);
  };
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function signIn(error: SignInErrorCode | undefined, back: string): string {
  return `/sign-in?${new URLSearchParams({ callbackUrl: back, ...(error && { error }) })}`;
}

function goOn(path: string, headers: Headers): Response {
  for (const [name, text] of Object.entries(NO_STORE)) headers.set(name, text);
  headers.set('location', `${ownOrigin()}${path}`);
  return new Response(null, { status: 303, headers });
}
