import 'server-only';
import { assumeWithToken, type WebIdentity } from '@/lib/aws/company-sso/assume';
import { keepCredentials, wasTaken } from '@/lib/aws/kept-credentials';
import { ProblemError, problemOf } from '@/lib/contract/problem';
import { type Refreshed, refreshed } from './refresh';

/** A sign-in by the company's provider: a role, and the token that proves who takes it. */
export interface CompanySignIn extends WebIdentity {
  readonly sid: string;
  readonly scope: string;
  /** Epoch seconds, wall time, at which it ends at the latest. */
  readonly until: number;
  readonly idTokenEnds: number;
  readonly refreshToken?: string;
}

type Proof = Pick<CompanySignIn, 'idToken' | 'idTokenEnds' | 'refreshToken'>;

/** A proof with less than this left is renewed, in seconds: assuming a role may take its time. */
const AHEAD = 60;

// A renewed proof, until the cookie holds it too: another process knows it from there.
const newest = new Map<string, Proof>();
const renewing = new Map<string, Promise<Refreshed>>();

/** The credentials of a sign-in by the company's provider that hold now; throws `sign-in-expired` when none can be had. */
export const companyCredentials = keepCredentials(async (signIn: CompanySignIn) => {
  const { idToken } = await companyProof(signIn);
  return assumeWithToken({ ...signIn, idToken });
}, wasTaken);

/** The proof of a sign-in that holds now, renewed where it has less than `ahead` seconds left and can be. */
export async function companyProof(signIn: CompanySignIn, ahead = AHEAD): Promise<Proof> {
  const { sid } = signIn;
  const kept = newest.get(sid);
  const known: Proof = kept && kept.idTokenEnds >= signIn.idTokenEnds ? kept : signIn;
  if (known.idTokenEnds - ahead > Date.now() / 1000) return known;
  if (known.refreshToken === undefined) throw ended();
  const under =
    renewing.get(sid) ?? refreshed(known.refreshToken, known.idToken).finally(() => renewing.delete(sid));
  renewing.set(sid, under);
  const next = await under;
  if (!newest.has(sid)) forgetAt(signIn);
  newest.set(sid, next);
  return next;
}

const ended = () =>
  new ProblemError(
    problemOf('sign-in-expired', { detail: 'The company sign-in has ended, and its provider renews none.' }),
  );

function forgetAt({ sid, until }: CompanySignIn): void {
  setTimeout(() => forgetCompanyProof(sid), Math.max(0, until * 1000 - Date.now())).unref();
}

/** Drops what was renewed of a sign-in that was signed out, or is over. */
export const forgetCompanyProof = (sid: string): void => void newest.delete(sid);
