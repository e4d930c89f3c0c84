import 'server-only';
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { hold } from '@/lib/aws/held';
import { roleCredentials } from '@/lib/aws/identity-center/portal';
import { type ProblemCode, ProblemError } from '@/lib/contract/problem';
import type { SignInErrorCode } from '@/lib/contract/sign-in-errors';
import { cookieIn } from '../cookie-in';
import { readPending } from '../pending/pending';
import type { SealedSession } from '../session';
import { LONGEST_SIGN_IN, proven, SignInError } from '../sign-in';

const form = z.object({
  account: z.string().regex(/^\d{12}$/),
  // https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreatePermissionSet.html
  role: z.string().regex(/^[\w+=,.@-]{1,64}$/),
});

/**
 * Signs in with a role that IAM Identity Center gives whoever approved in this browser. The session holds the token, in
 * its encrypted cookie; the role's credentials stay in the server's memory.
 */
export async function signInWithCenter(typed: unknown, cookies: string): Promise<SealedSession> {
  const { account, role } = form.safeParse(typed).data ?? {};
  const pending = await readPending((name) => cookieIn(cookies, name));
  if (pending?.step !== 'approved') throw new SignInError('center-ended');
  if (account === undefined || role === undefined) throw new SignInError('center-role-refused');
  const { region, registration, accessToken, refreshToken, until: tokenEnds } = pending;
  const credentials = await roleCredentials(pending, { account, role }).catch((cause: unknown) => {
    throw new SignInError(failure(cause));
  });
  const known = await proven(credentials, region, {
    'keys-refused': 'center-role-refused',
    'keys-expired': 'center-ended',
  });
  const shift = Math.floor(Date.now() / 1000) + LONGEST_SIGN_IN;
  // What cannot be renewed ends with its token.
  const until = refreshToken === undefined ? Math.min(shift, tokenEnds) : shift;
  const sid = randomUUID();
  hold(sid, until, credentials);
  return {
    sid,
    scope: known.scope,
    name: known.name,
    account: known.account,
    arn: known.arn,
    way: 'center',
    home: region,
    until,
    center: {
      region,
      account,
      role,
      registration,
      token: { accessToken, until: tokenEnds, ...(refreshToken === undefined ? {} : { refreshToken }) },
    },
  };
}

const failures: Partial<Record<ProblemCode, SignInErrorCode>> = {
  'sign-in-expired': 'center-ended',
  'access-denied': 'center-role-refused',
  throttled: 'aws-throttled',
};

function failure(cause: unknown): SignInErrorCode {
  return (cause instanceof ProblemError && failures[cause.problem.code]) || 'aws-unreachable';
}
