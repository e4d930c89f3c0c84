import 'server-only';
import * as z from 'zod';
import { hold } from '@/lib/aws/held';
import { ProfileError } from '@/lib/aws/profiles/profile-error';
import { begunBy, signInToAddTo, withPlace } from './add-to';
import { cookieIn } from './cookie-in';
import { isLaunched, launchCookieName, launchMark } from './launch';
import type { Sealed } from './session';
import { LONGEST_SIGN_IN, proven } from './sign-in';
import { SignInError } from './sign-in-error';

const form = z.object({ profile: z.string().min(1).max(256) });

/**
 * Signs in with a profile of this computer: only for a browser with the launch token, only with a profile that the
 * files list. The session holds the profile's name; its credentials stay in the server.
 */
export async function signInWithProfile(typed: unknown, cookies: string): Promise<Sealed> {
  const launch = launchMark();
  if (launch === undefined || !isLaunched(cookieIn(cookies, launchCookieName())))
    throw new SignInError('launch-needed');
  const { profile } = form.safeParse(typed).data ?? {};
  if (profile === undefined) throw new SignInError('profile-unknown');
  const known = await signInToAddTo(typed, cookies, 'profile');
  const { resolveProfile } = await import('@/lib/aws/profiles/resolve');
  const { credentials, home } = await resolveProfile(profile).catch((cause: unknown) => {
    throw cause instanceof ProfileError ? new SignInError(cause.code) : cause;
  });
  const holder = await proven(credentials, home, {
    'keys-refused': 'profile-keys-refused',
    'keys-expired': 'profile-expired',
  });
  const place = { ...holder, home, profile };
  const begun = begunBy(known, Math.floor(Date.now() / 1000) + LONGEST_SIGN_IN);
  const session = known ? withPlace(known, place) : { ...begun, ...place, way: 'profile' as const, launch };
  // So that the first request need not ask for them again.
  hold({ ...begun, scope: place.scope }, credentials);
  return session;
}
