import 'server-only';
import * as z from 'zod';
import { assumeFurther } from '@/lib/aws/assume-further';
import { scopeField } from '@/lib/contract/fields';
import { type ProblemCode, ProblemError } from '@/lib/contract/problem';
import type { SignInErrorCode } from '@/lib/contract/sign-in-errors';
import { signInToAddTo, withPlace } from './add-to';
import type { Sealed } from './session';
import { proven } from './sign-in';
import { SignInError } from './sign-in-error';

const left = <T extends z.ZodType>(field: T) =>
  z
    .literal('')
    .transform(() => undefined)
    .or(field)
    .optional();

const form = z.object({
  /** The scope whose keys assume it. */
  from: scopeField,
  role: z.string().regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,576}$/),
  // https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
  externalId: left(z.string().regex(/^[\w+=,.@:/-]{2,1224}$/)),
  device: left(z.string().regex(/^[\w+=/:,.@-]{9,256}$/)),
  code: left(z.string().regex(/^\d{6}$/)),
});

/**
 * Adds a role that the keys of a sign-in may assume, for the hour AWS gives: what was assumed is kept as keys that end. It
 * begins no sign-in of its own.
 */
export async function signInWithRole(typed: unknown, cookies: string): Promise<Sealed> {
  const known = await signInToAddTo(typed, cookies, 'keys', 'sandbox');
  if (!known) throw new SignInError('sign-in-over');
  const asked = form.safeParse(typed).data;
  if (!asked) throw new SignInError('role-malformed');
  const { role, externalId, device, code } = asked;
  const source = [known, ...(known.more ?? [])].find(({ scope }) => scope === asked.from);
  if (!source?.credentials) throw new SignInError('sign-in-over');
  const { expiration, ...credentials } = await assumeFurther(source.credentials, source.home, {
    ...{ arn: role, sessionName: sessionName(source.name), externalId },
    mfa: device && code ? { serial: device, code } : undefined,
  }).catch((cause: unknown) => {
    throw new SignInError(failure(cause));
  });
  const holder = await proven(credentials, source.home);
  return withPlace(known, {
    ...{ ...holder, home: source.home, credentials },
    ...(expiration && { ends: Math.floor(expiration.getTime() / 1000) }),
  });
}

// Two to 64 characters of AWS's alphabet; what AWS named the person with is of it, but may be longer.
const sessionName = (name: string) =>
  name
    .replace(/[^\w+=,.@-]/g, '-')
    .slice(0, 64)
    .padEnd(2, '-');

const failures: Partial<Record<ProblemCode, SignInErrorCode>> = {
  'access-denied': 'role-refused',
  'credentials-refused': 'keys-refused',
  'input-invalid': 'role-malformed',
  'sign-in-expired': 'keys-expired',
  throttled: 'aws-throttled',
};

function failure(cause: unknown): SignInErrorCode {
  return (cause instanceof ProblemError && failures[cause.problem.code]) || 'aws-unreachable';
}
