import 'server-only';
import { ProblemError, problemOf } from '@/lib/contract/problem';
import type { ExpiringCredentials } from '../credentials';
import { heldBy, hold, postpone } from '../held';
import { roleCredentials } from './portal';
import type { Registration } from './registration';
import { askToken, type CenterToken } from './tokens';

/** A sign-in by IAM Identity Center: a role in an account, and the token that is good for both. */
export interface CenterSignIn {
  readonly sid: string;
  /** Epoch seconds, wall time, at which it ends at the latest. */
  readonly until: number;
  readonly region: string;
  readonly account: string;
  readonly role: string;
  readonly registration: Registration;
  readonly token: CenterToken;
}

/** A token is renewed when it has so much left, in seconds. */
const AHEAD = 15 * 60;

// A renewed token, until the cookie holds it too: another process knows it from there.
const newest = new Map<string, CenterToken>();
const renewing = new Map<string, Promise<CenterToken>>();
const deriving = new Map<string, Promise<ExpiringCredentials>>();

/**
 * The credentials of a sign-in by IAM Identity Center that hold now. Throws `sign-in-expired` once its token has ended or
 * was revoked, and `access-denied` when the role was taken away.
 */
export async function centerCredentials(signIn: CenterSignIn): Promise<ExpiringCredentials> {
  const { sid } = signIn;
  const known = heldBy(sid);
  if (known && Date.now() < known.renewAt) return known.credentials;
  // Many requests at once are one question.
  const under = deriving.get(sid) ?? derived(signIn).finally(() => deriving.delete(sid));
  deriving.set(sid, under);
  try {
    return await under;
  } catch (cause) {
    const left = (known?.credentials.expiration?.getTime() ?? 0) - Date.now();
    // What AWS took away is gone, whatever is left of the old credentials.
    const taken = cause instanceof ProblemError && TAKEN.has(cause.problem.code);
    if (!known || left <= 0 || taken) throw cause;
    postpone(sid, known);
    return known.credentials;
  }
}

const TAKEN = new Set(['sign-in-expired', 'access-denied']);

async function derived(signIn: CenterSignIn): Promise<ExpiringCredentials> {
  const { accessToken } = await centerToken(signIn);
  const credentials = await roleCredentials({ region: signIn.region, accessToken }, signIn);
  hold(signIn.sid, signIn.until, credentials);
  return credentials;
}

/** The token of a sign-in that holds now, renewed when it is about to end and can be. */
export async function centerToken(signIn: CenterSignIn): Promise<CenterToken> {
  const { sid } = signIn;
  const now = Date.now() / 1000;
  const kept = newest.get(sid);
  const known = kept && kept.until > signIn.token.until ? kept : signIn.token;
  if (known.until - AHEAD > now || known.refreshToken === undefined) return requireLeft(known, now);
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
