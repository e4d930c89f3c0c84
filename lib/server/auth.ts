import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import { encode } from 'next-auth/jwt';
import * as z from 'zod';
import { forgetHeld } from '@/lib/aws/held';
import { forgetClients } from '@/lib/aws/own-client';
import type { SignInErrorCode } from '@/lib/contract/sign-in-errors';
import { LARGEST, withoutPlace } from './add-to';
import { arrived } from './company-sso/arrival';
import { companySso } from './company-sso/configured';
import type { Claims } from './company-sso/provider';
import { endCompany, renewedCompany } from './company-sso/session';
import { endSession, renewedSession } from './identity-center/session';
import { toOperatorInfo } from './operator-info';
import type { Pending } from './pending/pending';
import { openSealed } from './seal';
import { readSealed, toSignIn } from './session';
import { LONGEST_SIGN_IN } from './sign-in';
import { signInWays } from './sign-in-ways';
import { cookieName, isSecure, sessionCookieName } from './transport';

interface Arriving {
  /** A page of ours, to which somebody who comes back from the company's provider goes on. */
  readonly back: string;
  /** What the browser's cookie is to hold. */
  readonly onPending: (pending: Pending) => void;
}

/** How operators sign in: made per request, because the ways depend on the configured endpoint. */
export function authOptions(arriving?: Arriving): NextAuthOptions {
  const secure = isSecure();
  const cookie: { httpOnly: true; sameSite: 'lax'; path: '/'; secure: boolean; maxAge?: number } = {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
  };
  return {
    providers: signInWays(),
    // For each page of next-auth's own, which have styles in them and no content policy, there is one of ours.
    pages: { signIn: '/sign-in', signOut: '/sign-in', verifyRequest: '/sign-in', error: '/sign-in' },
    session: { strategy: 'jwt', maxAge: LONGEST_SIGN_IN },
    jwt: {
      decode: ({ token }) => openSealed(token),
      // Renewing a session must not outlive what was promised at sign-in.
      encode: (params) => {
        const until = toSignIn(params.token ?? null, Date.now())?.until ?? 0;
        const left = Math.max(1, until - Math.floor(Date.now() / 1000));
        const maxAge = Math.min(params.maxAge ?? LONGEST_SIGN_IN, left);
        // next-auth makes the cookie after this, and by itself would let the browser keep it a whole shift.
        cookie.maxAge = maxAge;
        return encode({ ...params, maxAge });
      },
    },
    cookies: {
      sessionToken: { name: sessionCookieName(), options: cookie },
      callbackUrl: ownCookie('callback-url'),
      // By next-auth's own names these would be open to other hosts of the domain.
      pkceCodeVerifier: ownCookie('pkce.code_verifier', LONGEST_AWAY),
      state: ownCookie('state', LONGEST_AWAY),
      nonce: ownCookie('nonce', LONGEST_AWAY),
    },
    callbacks: {
      // Whoever comes back from the company's provider has no role yet, and so no session.
      signIn: ({ account, profile: claims }) => {
        const sso = companySso();
        if (account?.type !== 'oauth') return true;
        const pending = sso && arrived(sso, account, claims as Claims);
        if (!pending || !arriving) return false;
        const back = { callbackUrl: arriving.back };
        if (JSON.stringify(pending).length > LARGEST) {
          const error: SignInErrorCode = 'company-too-large';
          return `/sign-in?${new URLSearchParams({ ...back, error })}`;
        }
        arriving.onPending(pending);
        return `/sign-in?${new URLSearchParams(back)}`;
      },
      // Nothing of next-auth's own (name, email, picture) is kept: the session is ours or none.
      jwt: async ({ token, user, trigger, session }) => ({
        keyturn:
          user?.keyturn ??
          (await renewed(trigger === 'update' ? left(token.keyturn, session) : token.keyturn)),
      }),
      session: ({ token, session }) => {
        const known = toSignIn(token, Date.now());
        if (!known) return { expires: session.expires };
        const operator = toOperatorInfo(known);
        return { expires: operator.expires, operator };
      },
    },
    events: {
      signOut: async ({ token }) => {
        const known = toSignIn(token ?? null, Date.now());
        if (!known) return;
        forgetClients(known.sid);
        forgetHeld(known.sid);
        endCompany(token?.keyturn);
        await endSession(token?.keyturn);
      },
    },
    // next-auth would print stack traces; a failed sign-in is the operator's to read, not the log's.
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
}

/** As long as somebody may take at the company's provider, in seconds. */
const LONGEST_AWAY = 900;

const ownCookie = (name: string, maxAge?: number) => ({
  name: cookieName(`next-auth.${name}`),
  options: {
    ...{ httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() },
    ...(maxAge === undefined ? {} : { maxAge }),
  },
});

const leaving = z.object({ leave: z.string().max(160) });

/** What a cookie holds after one of its scopes was left; whatever else a page may say about it changes nothing. */
function left(sealed: unknown, said: unknown): unknown {
  const known = readSealed(sealed);
  const { leave } = leaving.safeParse(said).data ?? {};
  if (!known || leave === undefined) return sealed;
  forgetClients(known.sid, leave);
  forgetHeld(known.sid, leave);
  return withoutPlace(known, leave);
}

const renewed = async (sealed: unknown) => renewedCompany(await renewedSession(sealed));
