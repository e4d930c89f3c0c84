import 'server-only';
import { fromIni } from '@aws-sdk/credential-providers';
import { regionField } from '@/lib/contract/fields';
import { type ProblemCode, ProblemError } from '@/lib/contract/problem';
import { isBroken } from '@/lib/contract/profiles';
import type { SignInErrorCode } from '@/lib/contract/sign-in-errors';
import { requestHandler } from '../client';
import type { ExpiringCredentials } from '../credentials';
import { configuredEndpoint } from '../endpoint';
import { assumeRole, assumeRoleWithWebIdentity } from './assume-role';
import { type Chain, chainOf } from './chain';
import { runCredentialProcess } from './credential-process';
import { ProfileError } from './profile-error';
import { readSharedFiles, type Section } from './shared-files';
import { stateOf } from './state';

/** How long the SDK may take for what it asks of IAM Identity Center, in milliseconds. */
const LIMIT = 15_000;

/** A profile's credentials, and the region it works from. */
export interface Resolved {
  readonly credentials: ExpiringCredentials;
  readonly home: string;
}

/**
 * The credentials of a profile that the files of this computer list, read anew. Every failure is a ProfileError; the
 * environment is not looked at, and neither is instance metadata.
 */
export async function resolveProfile(name: string): Promise<Resolved> {
  const shared = await readSharedFiles();
  const section = shared.profiles.get(name);
  if (!section) throw new ProfileError('profile-unknown');
  const chain = chainOf(shared.profiles, name);
  const state = await stateOf(chain, shared, Date.now());
  if (isBroken(state)) throw new ProfileError('profile-broken');
  if (state.code === 'sso-expired' || state.code === 'sso-absent')
    throw new ProfileError('profile-sso-expired');
  const home = regionOf(section) ?? defaultRegion(section);
  try {
    return { credentials: await credentialsOf(name, chain, home), home };
  } catch (cause) {
    throw cause instanceof ProfileError ? cause : new ProfileError(failure(cause, chain));
  }
}

async function credentialsOf(name: string, chain: Chain, home: string): Promise<ExpiringCredentials> {
  const { roles, root } = chain;
  if (root.kind === 'process') {
    let credentials = await runCredentialProcess(root.section.credential_process ?? '');
    for (const { section } of roles.toReversed()) {
      credentials = await assumeRole(credentials, section, regionOf(section) ?? home);
    }
    return credentials;
  }
  const endpoint = configuredEndpoint();
  // The SDK asks for roles from the source upwards, and names each by its ARN alone.
  const waiting = roles.toReversed();
  const provide = fromIni({
    profile: name,
    ignoreCache: true,
    clientConfig: { requestHandler, maxAttempts: 3, ...(endpoint && { endpoint }) },
    roleAssumer: (source) => {
      const section = waiting.shift()?.section ?? {};
      return assumeRole(source, section, regionOf(section) ?? home);
    },
    roleAssumerWithWebIdentity: (asked) =>
      assumeRoleWithWebIdentity(asked, root.section, regionOf(root.section) ?? home),
  });
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = await within(LIMIT, provide());
  return {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken && { sessionToken }),
    ...(expiration && { expiration }),
  };
}

async function within<T>(limit: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new ProfileError('aws-unreachable')), limit);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function regionOf({ region }: Section): string | undefined {
  return regionField.safeParse(region).data;
}

// Where a profile names no region, one of its role's partition answers for STS.
function defaultRegion({ role_arn: role = '' }: Section): string {
  if (role.startsWith('arn:aws-cn:')) return 'cn-north-1';
  return role.startsWith('arn:aws-us-gov:') ? 'us-gov-west-1' : 'us-east-1';
}

const failures: Partial<Record<ProblemCode, SignInErrorCode>> = {
  'access-denied': 'profile-role-refused',
  'input-invalid': 'profile-role-refused',
  'credentials-refused': 'profile-keys-refused',
  'sign-in-expired': 'profile-expired',
  throttled: 'aws-throttled',
  'aws-unavailable': 'aws-unreachable',
};

function failure(cause: unknown, { root }: Chain): SignInErrorCode {
  if (cause instanceof ProblemError) return failures[cause.problem.code] ?? 'profile-failed';
  if (root.kind !== 'sso') return 'profile-failed';
  // What the portal says of a token it no longer takes reaches us as prose.
  const ended = cause instanceof Error && /unauthorized|expired|session token not found/i.test(cause.message);
  return ended ? 'profile-sso-expired' : 'profile-sso-failed';
}
