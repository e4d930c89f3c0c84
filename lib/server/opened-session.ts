import 'server-only';
import type { NextRequest } from 'next/server';
import { openedCookies } from './opened-cookies';
import { type SignIn, toSignIn } from './session';

/**
 * The sign-in a request's cookie holds, opened anew; undefined without one or after its end. Pages ask this: it brings no
 * client of AWS into what runs before each of them.
 */
export async function openedOf(request: NextRequest): Promise<SignIn | undefined> {
  return toSignIn(await openedCookies(request), Date.now());
}
