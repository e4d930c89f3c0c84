import 'server-only';
import { ProblemError, problemOf } from '@/lib/contract/problem';
import { signInErrors } from '@/lib/contract/sign-in-errors';
import type { ExpiringCredentials } from '../credentials';
import { readCallerIdentity } from '../identity';
import { keepCredentials } from '../kept-credentials';
import { ProfileError } from './profile-error';
import { resolveProfile } from './resolve';

/** A sign-in by profile: what has to stay the same when its credentials are renewed. */
export interface ProfileSignIn {
  readonly sid: string;
  readonly scope: string;
  readonly profile: string;
  /** Epoch seconds, wall time, at which it ends at the latest. */
  readonly until: number;
}

const kept = keepCredentials(
  renewed,
  // A profile that leads to somebody else is the end, whatever is left of the old credentials.
  (cause) => cause instanceof ProfileError && cause.code === 'profile-elsewhere',
);

/**
 * The credentials of a sign-in by profile that hold now, renewed when they are about to end. Throws
 * `sign-in-expired`, with what to do, when the profile gives none any more or leads to somebody else.
 */
export async function profileCredentials(signIn: ProfileSignIn): Promise<ExpiringCredentials> {
  try {
    return await kept(signIn);
  } catch (cause) {
    throw toProblem(cause);
  }
}

async function renewed(signIn: ProfileSignIn): Promise<ExpiringCredentials> {
  const { credentials, home } = await resolveProfile(signIn.profile);
  // The files may have been edited since: what was agreed to at sign-in is one account and one role.
  const { scope } = await readCallerIdentity(credentials, home);
  if (scope !== signIn.scope) throw new ProfileError('profile-elsewhere');
  return credentials;
}

function toProblem(cause: unknown): unknown {
  if (!(cause instanceof ProfileError)) return cause;
  const detail = signInErrors[cause.code];
  if (cause.code === 'aws-throttled') return new ProblemError(problemOf('throttled', { detail }));
  if (cause.code === 'aws-unreachable') return new ProblemError(problemOf('aws-unavailable', { detail }));
  return new ProblemError(problemOf('sign-in-expired', { detail }));
}
