import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import { encode } from 'next-auth/jwt';
import CredentialsProvider from 'next-auth/providers/credentials';
import { forgetClients } from '@/lib/aws/client';
import { isSandbox } from '@/lib/aws/endpoint';
import { forgetHeld } from '@/lib/aws/held';
import { endSession, renewedSession } from './identity-center/session';
import { signInWithCenter } from './identity-center/sign-in';
import { profilesOffered } from './launch';
import { signInWithProfile } from './profile-sign-in';
import { type SealedSession, toOperatorInfo, toSession } from './session';
import { LONGEST_SIGN_IN, signInAsSandboxOperator, signInWithKeys } from './sign-in';
import { cookieName, isSecure, sessionCookieName } from './transport';

declare module 'next-auth' {
  interface User {
    keyturn: SealedSession;
  }
}

const text = (label: string) => ({ label, type: 'text' });

const keys = CredentialsProvider({
  id: 'keys',
  name: 'Access keys',
  credentials: {
    accessKeyId: text('Access key id'),
    secretAccessKey: { label: 'Secret access key', type: 'password' },
    sessionToken: { label: 'Session token', type: 'password' },
    region: text('Region'),
    expiration: text('Expiration'),
  },
  authorize: async (typed) => asUser(await signInWithKeys(typed)),
});

const sandbox = CredentialsProvider({
  id: 'sandbox',
  name: 'Sandbox operator',
  credentials: { operator: text('Operator') },
  authorize: async (typed) => asUser(await signInAsSandboxOperator(typed)),
});

const profile = CredentialsProvider({
  id: 'profile',
  name: 'Local AWS profile',
  credentials: { profile: text('Profile') },
  authorize: async (typed, { headers }) => asUser(await signInWithProfile(typed, headers?.cookie ?? '')),
});

const center = CredentialsProvider({
  id: 'center',
  name: 'IAM Identity Center',
  credentials: { account: text('Account'), role: text('Role') },
  authorize: async (typed, { headers }) => asUser(await signInWithCenter(typed, headers?.cookie ?? '')),
});

const asUser = (session: SealedSession) => ({ id: session.sid, keyturn: session });

/** How operators sign in: made per request, because the ways depend on the configured endpoint. */
export function authOptions(): NextAuthOptions {
  const secure = isSecure();
  const cookie: { httpOnly: true; sameSite: 'lax'; path: '/'; secure: boolean; maxAge?: number } = {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
  };
  return {
    providers: [...(isSandbox() ? [sandbox] : []), ...(profilesOffered() ? [profile] : []), center, keys],
    pages: { signIn: '/sign-in', error: '/sign-in' },
    session: { strategy: 'jwt', maxAge: LONGEST_SIGN_IN },
    jwt: {
      // Renewing a session must not outlive what was promised at sign-in.
      encode: (params) => {
        const until = toSession(params.token ?? null, Date.now())?.until ?? 0;
        const left = Math.max(1, until - Math.floor(Date.now() / 1000));
        const maxAge = Math.min(params.maxAge ?? LONGEST_SIGN_IN, left);
        // next-auth makes the cookie after this, and by itself would let the browser keep it a whole shift.
        cookie.maxAge = maxAge;
        return encode({ ...params, maxAge });
      },
    },
    cookies: {
      sessionToken: { name: sessionCookieName(), options: cookie },
      callbackUrl: {
        name: cookieName('next-auth.callback-url'),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      },
    },
    callbacks: {
      // Nothing of next-auth's own (name, email, picture) is kept: the session is ours or none.
      jwt: async ({ token, user }) => ({ keyturn: user?.keyturn ?? (await renewedSession(token.keyturn)) }),
      session: ({ token, session }) => {
        const known = toSession(token, Date.now());
        if (!known) return { expires: session.expires };
        const operator = toOperatorInfo(known);
        return { expires: operator.expires, operator };
      },
    },
    events: {
      signOut: async ({ token }) => {
        const known = toSession(token ?? null, Date.now());
        if (!known) return;
        forgetClients(known.sid);
        forgetHeld(known.sid);
        await endSession(token?.keyturn);
      },
    },
    // next-auth would print stack traces; a failed sign-in is the operator's to read, not the log's.
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
}
