import 'server-only';
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { assumeWithToken } from '@/lib/aws/company-sso/assume';
import { hold } from '@/lib/aws/held';
import { type ProblemCode, ProblemError } from '@/lib/contract/problem';
import type { SignInErrorCode } from '@/lib/contract/sign-in-errors';
import { cookieIn } from '../cookie-in';
import { readPending } from '../pending/pending';
import type { SealedSession } from '../session';
import { LONGEST_SIGN_IN, proven, SignInError } from '../sign-in';

const form = z.object({ role: z.string().max(2048) });

/** Signs in with a role that the company's rules give whoever came back to this browser from its provider. */
export async function signInWithCompany(typed: unknown, cookies: string): Promise<SealedSession> {
  const { role } = form.safeParse(typed).data ?? {};
  const pending = await readPending((name) => cookieIn(cookies, name));
  if (pending?.step !== 'company') throw new SignInError('company-ended');
  const { region, idToken, refreshToken, sessionName, roles, until: tokenEnds } = pending;
  const chosen = roles.find(({ arn }) => arn === role);
  if (chosen === undefined) throw new SignInError('company-role-refused');
  const identity = { region, role: chosen.arn, sessionName, idToken };
  const credentials = await assumeWithToken(identity).catch((cause: unknown) => {
    throw new SignInError(failure(cause));
  });
  const known = await proven(credentials, region, { 'keys-refused': 'company-role-refused' });
  const shift = Math.floor(Date.now() / 1000) + LONGEST_SIGN_IN;
  const credentialsEnd = Math.floor((credentials.expiration?.getTime() ?? 0) / 1000);
  // Without a refresh token: until neither the id token nor the credentials it gave hold any more.
  const until = refreshToken === undefined ? Math.min(shift, Math.max(tokenEnds, credentialsEnd)) : shift;
  const sid = randomUUID();
  hold(sid, until, credentials);
  return {
    sid,
    scope: known.scope,
    name: known.name,
    account: known.account,
    arn: known.arn,
    way: 'company',
    home: region,
    until,
    company: {
      ...identity,
      idTokenEnds: tokenEnds,
      ...(refreshToken === undefined ? {} : { refreshToken }),
    },
  };
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
