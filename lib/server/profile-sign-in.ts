import 'server-only';
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { hold } from '@/lib/aws/held';
import { ProfileError } from '@/lib/aws/profiles/profile-error';
import { cookieIn } from './cookie-in';
import { isLaunched, launchCookieName, launchMark } from './launch';
import type { SealedSession } from './session';
import { LONGEST_SIGN_IN, proven, SignInError } from './sign-in';

const form = z.object({ profile: z.string().min(1).max(256) });

/**
 * Signs in with a profile of this computer: only for a browser with the launch token, only with a profile that the
 * files list. The session holds the profile's name; its credentials stay in the server.
 */
export async function signInWithProfile(typed: unknown, cookies: string): Promise<SealedSession> {
  const launch = launchMark();
  if (launch === undefined || !isLaunched(cookieIn(cookies, launchCookieName())))
    throw new SignInError('launch-needed');
  const { profile } = form.safeParse(typed).data ?? {};
  if (profile === undefined) throw new SignInError('profile-unknown');
  const { resolveProfile } = await import('@/lib/aws/profiles/resolve');
  const { credentials, home } = await resolveProfile(profile).catch((cause: unknown) => {
    throw cause instanceof ProfileError ? new SignInError(cause.code) : cause;
  });
  const { account, arn, name, scope } = await proven(credentials, home, {
    'keys-refused': 'profile-keys-refused',
    'keys-expired': 'profile-expired',
  });
  const until = Math.floor(Date.now() / 1000) + LONGEST_SIGN_IN;
  const session = { sid: randomUUID(), scope, name, account, arn, way: 'profile', home, until } as const;
  // So that the first request need not ask for them again.
  hold(session.sid, until, credentials);
  return { ...session, profile, launch };
}
