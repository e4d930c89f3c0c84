import 'server-only';
import { createHash } from 'node:crypto';
import type { NextRequest } from 'next/server';
import { forgetWithClients } from '@/lib/aws/own-client';
import { openedOf } from './opened-session';
import type { SignIn } from './session';

// Opening a cookie costs as much as all else a door does beside its call. More sign-ins than one process serves at once;
// the one unused for longest goes first.
const MOST_OPENED = 200;
const opened = new Map<string, SignIn>();

/**
 * The sign-in a request's cookie holds, undefined without one or after its end. What was opened once is known again by a
 * digest of the cookies; it leaves the memory with the sign-in's clients.
 */
export async function sessionOf(request: NextRequest): Promise<SignIn | undefined> {
  const cookies = request.headers.get('cookie');
  if (cookies === null) return undefined;
  const key = createHash('sha256').update(cookies).digest('base64url');
  const known = opened.get(key);
  opened.delete(key);
  const session = known && Date.now() < known.until * 1000 ? known : await openedOf(request);
  if (session) keep(key, session);
  return session;
}

function keep(key: string, session: SignIn): void {
  opened.set(key, session);
  const [idle] = opened.keys();
  if (opened.size > MOST_OPENED && idle !== undefined) opened.delete(idle);
}

forgetWithClients((_start, sid) => {
  for (const [key, session] of opened) if (session.sid === sid) opened.delete(key);
});
