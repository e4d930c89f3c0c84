import 'server-only';
import { ProblemError, problemOf } from '@/lib/contract/problem';
import { keepCredentials, wasTaken } from '../kept-credentials';
import { roleCredentials } from './portal';
import type { Registration } from './registration';
import { askToken, type CenterToken } from './tokens';

/** A sign-in by IAM Identity Center: a role in an account, and the token that is good for both. */
export interface CenterSignIn {
  readonly sid: string;
  /** Epoch seconds, wall time, at which it ends at the latest. */
  readonly until: number;
  readonly scope: string;
  readonly region: string;
  readonly account: string;
  readonly role: string;
  readonly registration: Registration;
  readonly token: CenterToken;
}

/** A token is renewed when it has so much left, in seconds. */
const AHEAD = 5 * 60;

// A renewed token, until the cookie holds it too: another process knows it from there.
const newest = new Map<string, CenterToken>();
const renewing = new Map<string, Promise<CenterToken>>();

/**
 * The credentials of a sign-in by IAM Identity Center that hold now. Throws `sign-in-expired` once its token has ended or
 * was revoked, and `access-denied` when the role was taken away.
 */
export const centerCredentials = keepCredentials(async (signIn: CenterSignIn) => {
  const { accessToken } = await centerToken(signIn);
  return roleCredentials({ region: signIn.region, accessToken }, signIn);
}, wasTaken);

/** The token of a sign-in that holds now, renewed when it has less than `ahead` seconds left and can be. */
export async function centerToken(signIn: CenterSignIn, ahead = AHEAD): Promise<CenterToken> {
  const { sid } = signIn;
  const now = Date.now() / 1000;
  const kept = newest.get(sid);
  const known = kept && kept.until >= signIn.token.until ? kept : signIn.token;
  if (known.until - ahead > now || known.refreshToken === undefined) return requireLeft(known, now);
  const under = renewing.get(sid) ?? renewed(signIn, known).finally(() => renewing.delete(sid));
  renewing.set(sid, under);
  try {
    return await under;
  } catch (cause) {
    // Until its own end the old one is as good.
    if (known.until <= now) throw cause;
    return known;
  }
}

function requireLeft(token: CenterToken, now: number): CenterToken {
  if (token.until > now) return token;
  throw ended();
}

const ended = () =>
  new ProblemError(problemOf('sign-in-expired', { detail: 'The sign-in at IAM Identity Center has ended.' }));

async function renewed(signIn: CenterSignIn, known: CenterToken): Promise<CenterToken> {
  const { refreshToken = '' } = known;
  const answer = await askToken(signIn.region, signIn.registration, { refreshToken });
  if (answer.kind !== 'token') throw ended();
  // AWS may leave out what stays as it was.
  const token = { refreshToken, ...answer.token };
  if (!newest.has(signIn.sid)) forgetAt(signIn);
  newest.set(signIn.sid, token);
  return token;
}

function forgetAt({ sid, until }: CenterSignIn): void {
  setTimeout(() => forgetCenterToken(sid), Math.max(0, until * 1000 - Date.now())).unref();
}

/** Drops what was renewed of a sign-in that was signed out, or is over. */
export const forgetCenterToken = (sid: string): void => void newest.delete(sid);
