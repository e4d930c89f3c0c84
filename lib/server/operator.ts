import 'server-only';
import type { NextRequest } from 'next/server';
import { MARK_HEADER } from '@/lib/contract/operator';
import { ProblemError, problemOf } from '@/lib/contract/problem';
import { sessionOf } from './sealed-session';
import { markOf, type Session, type SignIn } from './session';

/**
 * The signed-in operator of a request; throws `sign-in-expired` without one, or when the page that asks was loaded
 * with another sign-in: two people may use one role, and so one scope, in one browser.
 */
export async function requireOperator(request: NextRequest): Promise<SignIn> {
  const signIn = await sessionOf(request);
  if (signIn) return requireMark(request, signIn);
  throw new ProblemError(problemOf('sign-in-expired', { detail: 'There is no sign-in, or it has ended.' }));
}

// A profile's credentials may have to be renewed, which can take longer than a call to AWS may.
async function ready(session: Session): Promise<Session> {
  if (typeof session.credentials === 'function') await session.credentials();
  return session;
}

function requireMark(request: NextRequest, signIn: SignIn): SignIn {
  const mark = request.headers.get(MARK_HEADER);
  if (mark === null || mark === markOf(signIn)) return signIn;
  throw new ProblemError(
    problemOf('sign-in-expired', { detail: 'Somebody has signed in anew in this browser.' }),
  );
}

/**
 * The sign-in narrowed to one of its scopes: there is no other way to credentials, or to what is kept by scope. Throws
 * `scope-not-held` for an account and role that this sign-in does not hold.
 */
export async function requireScope({ places }: SignIn, scope: string): Promise<Session> {
  const session = places.find((place) => place.scope === scope);
  if (session) return ready(session);
  throw new ProblemError(
    problemOf('scope-not-held', { detail: `This browser is signed in as ${scopesOf(places)}.` }),
  );
}

const scopesOf = (places: readonly Session[]) => places.map(({ scope }) => scope).join(', ');
