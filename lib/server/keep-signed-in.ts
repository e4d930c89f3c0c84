import 'server-only';
import type { NextRequest } from 'next/server';
import { getServerSession } from 'next-auth';
import { MinuteRate } from './rate';
import type { SignIn } from './session';

/**
 * With so much left, in seconds, a sign-in's token is renewed by what a page asks alone and over and over, and by what it asks
 * first: long before the doors, which are many at once, would have to. A token to renew with is good for one use at many
 * providers, and the next process knows the new one from the cookie alone.
 */
export const EARLY = 15 * 60;

const tries = new MinuteRate();

/** Leaves in the browser what was renewed of its sign-in, or is to be renewed now. */
export async function keepSignedIn(request: NextRequest, signIn: SignIn, response: Response): Promise<void> {
  const { sid, renewBy } = signIn;
  if (renewBy === undefined || renewBy - EARLY > Date.now() / 1000) return;
  if (!tries.take(sid, 1, 1, Date.now())) return;
  const { authOptions } = await import('./auth');
  const asked = {
    headers: Object.fromEntries(request.headers),
    cookies: Object.fromEntries(request.cookies.getAll().map(({ name, value }) => [name, value])),
  };
  const set: string[] = [];
  const answered = { getHeader: () => set, setHeader: () => {} };
  await getServerSession(asked as never, answered as never, authOptions());
  for (const line of set) response.headers.append('set-cookie', line);
}
