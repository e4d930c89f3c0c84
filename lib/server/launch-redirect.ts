import 'server-only';
import { type NextRequest, NextResponse } from 'next/server';
import { ownOrigin } from './config';
import { isLaunchToken, launchCookieName, launchProof, profilesOffered } from './launch';
import { isSecure } from './transport';

/** The query field of the address that `npm start` prints. */
const FIELD = 'launch';

/**
 * Takes the launch token out of an address: the right one becomes a cookie for pages and doors of this console, and
 * either way the browser goes on to the same page without it. Undefined where the address holds none.
 */
export function launchRedirect(request: NextRequest): NextResponse | undefined {
  const { nextUrl } = request;
  const typed = nextUrl.searchParams.getAll(FIELD);
  if (typed.length === 0) return undefined;
  const target = new URL(nextUrl);
  target.searchParams.delete(FIELD);
  const response = NextResponse.redirect(target);
  response.headers.set('cache-control', 'no-store');
  const own = request.headers.get('host') === new URL(ownOrigin()).host;
  const proof = launchProof();
  if (own && proof && profilesOffered() && typed.length === 1 && isLaunchToken(typed[0] ?? '')) {
    // Without an end of its own it goes when the browser does; the start it proves may be over before.
    response.cookies.set(launchCookieName(), proof, {
      httpOnly: true,
      sameSite: 'strict',
      path: '/',
      secure: isSecure(),
    });
  }
  return response;
}
