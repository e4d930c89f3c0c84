import 'server-only';
import type { NextRequest } from 'next/server';
import { getToken } from 'next-auth/jwt';
import { openSealed } from './seal';
import { type Session, toSession } from './session';
import { sessionCookieName } from './transport';

/**
 * The sign-in a request's cookie holds, opened anew; undefined without one or after its end. Pages ask this: it brings no
 * client of AWS into what runs before each of them.
 */
export async function openedOf(request: NextRequest): Promise<Session | undefined> {
  const decode = ({ token }: { token?: string }) => openSealed(token);
  const token = await getToken({ req: request, cookieName: sessionCookieName(), decode }).catch(() => null);
  return toSession(token, Date.now());
}
