import 'server-only';
import type { NextRequest } from 'next/server';
import { MARK_HEADER } from '@/lib/contract/operator';
import { ProblemError, problemOf } from '@/lib/contract/problem';
import { sessionOf } from './sealed-session';
import { markOf, type Session } from './session';

/**
 * The signed-in operator of a request; throws `sign-in-expired` without one, or when the page that asks was loaded
 * with another sign-in: two people may use one role, and so one scope, in one browser.
 */
export async function requireOperator(request: NextRequest): Promise<Session> {
  const session = await sessionOf(request);
  if (session) return ready(requireMark(request, session));
  throw new ProblemError(problemOf('sign-in-expired', { detail: 'There is no sign-in, or it has ended.' }));
}

// A profile's credentials may have to be renewed, which can take longer than a call to AWS may.
async function ready(session: Session): Promise<Session> {
  if (typeof session.credentials === 'function') await session.credentials();
  return session;
}

function requireMark(request: NextRequest, session: Session): Session {
  const mark = request.headers.get(MARK_HEADER);
  if (mark === null || mark === markOf(session)) return session;
  throw new ProblemError(
    problemOf('sign-in-expired', { detail: 'Somebody has signed in anew in this browser.' }),
  );
}

/** Refuses a request made for another scope than the one signed in to: the page belongs to an older sign-in. */
export function requireScope(session: Session, scope: string): void {
  if (session.scope === scope) return;
  throw new ProblemError(
    problemOf('sign-in-expired', { detail: `This browser is now signed in as ${session.scope}.` }),
  );
}
