import 'server-only';
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { SignInWay } from '@/lib/contract/operator';
import { openedCookies } from './opened-cookies';
import { MOST_PLACES, markOf, placedIn, readSealed, type Sealed, type SealedPlace } from './session';
import { SignInError } from './sign-in-error';

/**
 * The most a sign-in may hold, or what one is about to be made from, in characters before they are sealed, which makes them a
 * third more: a server refuses every request whose headers are too large, and both may lie in one browser. The console takes
 * 32 kB (`scripts/console.ts`). https://nodejs.org/api/http.html#httpmaxheadersize
 */
export const LARGEST = 9_000;

const form = z.object({ addTo: z.string().max(64).optional() });

/**
 * The sign-in that a further scope is asked for, by its mark in `addTo`; undefined: a sign-in of its own is meant. Throws
 * when this browser now has another, or none, and when it was made in another way: its credentials come by one way only.
 */
export async function signInToAddTo(
  typed: unknown,
  cookies: string,
  ...ways: readonly SignInWay[]
): Promise<Sealed | undefined> {
  const mark = form.safeParse(typed).data?.addTo;
  if (mark === undefined || mark === '') return undefined;
  // next-auth reads the cookies a server has already taken apart.
  const apart = cookies.split(/;\s*/).map((cookie): [string, string] => {
    const at = cookie.indexOf('=');
    return [cookie.slice(0, at), cookie.slice(at + 1)];
  });
  const request = { headers: { cookie: cookies }, cookies: Object.fromEntries(apart) };
  const known = readSealed((await openedCookies(request as never))?.keyturn);
  if (!known || markOf(known) !== mark) throw new SignInError('sign-in-over');
  if (!ways.includes(known.way)) throw new SignInError('other-way');
  return known;
}

/** What a scope that is proven now belongs to: the sign-in there is, or one that begins and ends at `until` at the latest. */
export function begunBy(known: Sealed | undefined, until: number): { sid: string; until: number } {
  return known ? { sid: known.sid, until: known.until } : { sid: randomUUID(), until };
}

/** A sign-in with one more scope; one it holds already is exchanged for what was proven now. */
export function withPlace(known: Sealed, place: SealedPlace): Sealed {
  const { more = [] } = known;
  if (known.scope === place.scope) return { ...placedIn(known, place), more };
  const others = more.filter(({ scope }) => scope !== place.scope);
  const next = { ...known, more: [...others, place] };
  if (next.more.length >= MOST_PLACES || JSON.stringify(next).length > LARGEST) {
    throw new SignInError('places-full');
  }
  return next;
}

/** A sign-in that has left one of its scopes; as it was where it does not hold that one, or no other. */
export function withoutPlace(known: Sealed, scope: string): Sealed {
  const { more = [] } = known;
  if (known.scope !== scope) return { ...known, more: more.filter((place) => place.scope !== scope) };
  const [next, ...rest] = more;
  return next ? { ...placedIn(known, next), more: rest } : known;
}
