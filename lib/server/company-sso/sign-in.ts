import 'server-only';
import * as z from 'zod';
import { assumeWithToken, type WebIdentity } from '@/lib/aws/company-sso/assume';
import { hold } from '@/lib/aws/held';
import { type ProblemCode, ProblemError } from '@/lib/contract/problem';
import type { SignInErrorCode } from '@/lib/contract/sign-in-errors';
import { begunBy, signInToAddTo, withPlace } from '../add-to';
import { cookieIn } from '../cookie-in';
import { readPending } from '../pending/pending';
import { readCompany, type Sealed } from '../session';
import { LONGEST_SIGN_IN, proven } from '../sign-in';
import { SignInError } from '../sign-in-error';
import { companyProof } from './renewal';
import { rolesOf } from './roles-of';

const form = z.object({ role: z.string().max(2048) });

/** Signs in with a role that the company's rules give whoever came back to this browser from its provider. */
export async function signInWithCompany(typed: unknown, cookies: string): Promise<Sealed> {
  const { role } = form.safeParse(typed).data ?? {};
  const known = await signInToAddTo(typed, cookies, 'company');
  if (known) return withRole(known, role);
  const pending = await readPending((name) => cookieIn(cookies, name));
  if (pending?.step !== 'company') throw new SignInError('company-ended');
  const { region, idToken, refreshToken, sessionName, roles, until: tokenEnds } = pending;
  const chosen = roles.find(({ arn }) => arn === role);
  if (chosen === undefined) throw new SignInError('company-role-refused');
  const identity = { region, role: chosen.arn, sessionName, idToken };
  const { holder, credentials } = await provenRole(identity);
  const shift = Math.floor(Date.now() / 1000) + LONGEST_SIGN_IN;
  const credentialsEnd = Math.floor((credentials.expiration?.getTime() ?? 0) / 1000);
  // Without a refresh token: until neither the id token nor the credentials it gave hold any more.
  const until = refreshToken === undefined ? Math.min(shift, Math.max(tokenEnds, credentialsEnd)) : shift;
  const session = { ...begunBy(undefined, until), ...holder, way: 'company' as const, home: region };
  hold(session, credentials);
  return {
    ...session,
    company: {
      ...identity,
      idTokenEnds: tokenEnds,
      ...(refreshToken === undefined ? {} : { refreshToken }),
    },
  };
}

/** A further role that the rules give by the claims of the token the sign-in holds. */
async function withRole(known: Sealed, role: string | undefined): Promise<Sealed> {
  const signIn = readCompany(known);
  if (!signIn) throw new SignInError('sign-in-over');
  const { idToken } = await companyProof(signIn).catch((cause: unknown) => {
    throw new SignInError(failure(cause));
  });
  const chosen = rolesOf(idToken).find(({ arn }) => arn === role);
  if (chosen === undefined) throw new SignInError('company-role-refused');
  const { holder, credentials } = await provenRole({ ...signIn, idToken, role: chosen.arn });
  const session = withPlace(known, { ...holder, home: signIn.region, role: chosen.arn });
  hold({ ...begunBy(known, known.until), scope: holder.scope }, credentials);
  return session;
}

async function provenRole(identity: WebIdentity) {
  const credentials = await assumeWithToken(identity).catch((cause: unknown) => {
    throw new SignInError(failure(cause));
  });
  const holder = await proven(credentials, identity.region, { 'keys-refused': 'company-role-refused' });
  return { holder, credentials };
}

const failures: Partial<Record<ProblemCode, SignInErrorCode>> = {
  'sign-in-expired': 'company-ended',
  'access-denied': 'company-role-refused',
  'credentials-refused': 'company-token-refused',
  throttled: 'aws-throttled',
};

function failure(cause: unknown): SignInErrorCode {
  return (cause instanceof ProblemError && failures[cause.problem.code]) || 'aws-unreachable';
}
