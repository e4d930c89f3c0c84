import 'server-only';
import * as z from 'zod';
import { hold } from '@/lib/aws/held';
import { type Bearer, roleCredentials } from '@/lib/aws/identity-center/portal';
import { centerToken } from '@/lib/aws/identity-center/renewal';
import { type ProblemCode, ProblemError } from '@/lib/contract/problem';
import type { SignInErrorCode } from '@/lib/contract/sign-in-errors';
import { begunBy, signInToAddTo, withPlace } from '../add-to';
import { cookieIn } from '../cookie-in';
import { readPending } from '../pending/pending';
import { readCenter, type Sealed } from '../session';
import { LONGEST_SIGN_IN, proven } from '../sign-in';
import { SignInError } from '../sign-in-error';

const form = z.object({
  account: z.string().regex(/^\d{12}$/),
  // https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreatePermissionSet.html
  role: z.string().regex(/^[\w+=,.@-]{1,64}$/),
});

type Chosen = z.infer<typeof form>;

const chosenIn = (typed: unknown) => {
  const chosen = form.safeParse(typed).data;
  if (!chosen) throw new SignInError('center-role-refused');
  return chosen;
};

/**
 * Signs in with a role that IAM Identity Center gives whoever approved in this browser. The session holds the token, in
 * its encrypted cookie; the role's credentials stay in the server's memory.
 */
export async function signInWithCenter(typed: unknown, cookies: string): Promise<Sealed> {
  const known = await signInToAddTo(typed, cookies, 'center');
  if (known) return withRole(known, chosenIn(typed));
  const pending = await readPending((name) => cookieIn(cookies, name));
  if (pending?.step !== 'approved') throw new SignInError('center-ended');
  const { account, role } = chosenIn(typed);
  const { region, registration, accessToken, refreshToken, until: tokenEnds } = pending;
  const { holder, credentials } = await provenRole(pending, { account, role });
  const shift = Math.floor(Date.now() / 1000) + LONGEST_SIGN_IN;
  // What cannot be renewed ends with its token.
  const until = refreshToken === undefined ? Math.min(shift, tokenEnds) : shift;
  const session = { ...begunBy(undefined, until), ...holder, way: 'center' as const, home: region };
  hold(session, credentials);
  return {
    ...session,
    center: {
      region,
      account,
      role,
      registration,
      token: { accessToken, until: tokenEnds, ...(refreshToken === undefined ? {} : { refreshToken }) },
    },
  };
}

/** A further role of whoever signed in: the token is good for all that AWS lists for it, nothing is approved anew. */
async function withRole(known: Sealed, chosen: Chosen): Promise<Sealed> {
  const signIn = readCenter(known);
  if (!signIn) throw new SignInError('sign-in-over');
  const { accessToken } = await centerToken(signIn).catch((cause: unknown) => {
    throw new SignInError(failure(cause));
  });
  const { region } = signIn;
  const { holder, credentials } = await provenRole({ region, accessToken }, chosen);
  const session = withPlace(known, { ...holder, home: region, role: chosen.role });
  hold({ ...begunBy(known, known.until), scope: holder.scope }, credentials);
  return session;
}

async function provenRole(bearer: Bearer, chosen: Chosen) {
  const credentials = await roleCredentials(bearer, chosen).catch((cause: unknown) => {
    throw new SignInError(failure(cause));
  });
  const holder = await proven(credentials, bearer.region, {
    'keys-refused': 'center-role-refused',
    'keys-expired': 'center-ended',
  });
  return { holder, credentials };
}

const failures: Partial<Record<ProblemCode, SignInErrorCode>> = {
  'sign-in-expired': 'center-ended',
  'access-denied': 'center-role-refused',
  throttled: 'aws-throttled',
};

function failure(cause: unknown): SignInErrorCode {
  return (cause instanceof ProblemError && failures[cause.problem.code]) || 'aws-unreachable';
}
