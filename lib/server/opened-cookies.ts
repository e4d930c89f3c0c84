import 'server-only';
import { getToken, type JWT } from 'next-auth/jwt';
import { openSealed } from './seal';
import { sessionCookieName } from './transport';

type Request = Parameters<typeof getToken>[0]['req'];

/** What the session cookies of a request hold, whichever secret sealed it; null without any, or after their end. */
export function openedCookies(request: Request): Promise<JWT | null> {
  const decode = ({ token }: { token?: string }) => openSealed(token);
  return getToken({ req: request, cookieName: sessionCookieName(), decode }).catch(() => null);
}
