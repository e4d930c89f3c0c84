import 'server-only';
import { userInfo } from 'node:os';
import { AssumeRoleCommand, AssumeRoleWithWebIdentityCommand, type Credentials } from '@aws-sdk/client-sts';
import { anonymousSts, sts } from '../client';
import type { AwsCredentials, ExpiringCredentials } from '../credentials';
import { givenCredentials } from '../given-credentials';
import { send } from '../send';
import { ProfileError } from './profile-error';
import type { Section } from './shared-files';

/**
 * Assumes the role of a profile with the credentials of its source; the profile's own `role_session_name`, external
 * id and duration hold.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export async function assumeRole(
  source: AwsCredentials,
  section: Section,
  region: string,
): Promise<ExpiringCredentials> {
  const client = sts(source, region);
  const { external_id: externalId, duration_seconds: seconds } = section;
  const command = new AssumeRoleCommand({
    RoleArn: section.role_arn,
    RoleSessionName: section.role_session_name || sessionName(),
    ...(externalId && { ExternalId: externalId }),
    ...(seconds && { DurationSeconds: Number(seconds) }),
  });
  const subject = { action: 'sts:AssumeRole', region };
  const { output } = await send(command, (options) => client.send(command, options), subject);
  return requireGiven(output.Credentials);
}

/** The parameters the SDK makes of a web identity profile. */
interface WebIdentity {
  readonly RoleArn: string;
  readonly RoleSessionName: string;
  readonly WebIdentityToken: string;
}

/**
 * Assumes a role with the token of an identity provider; the call is not signed.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
export async function assumeRoleWithWebIdentity(
  asked: WebIdentity,
  section: Section,
  region: string,
): Promise<ExpiringCredentials> {
  const client = anonymousSts(region);
  const command = new AssumeRoleWithWebIdentityCommand({
    RoleArn: asked.RoleArn,
    RoleSessionName: section.role_session_name || sessionName(),
    WebIdentityToken: asked.WebIdentityToken.trim(),
  });
  const subject = { action: 'sts:AssumeRoleWithWebIdentity', region };
  const { output } = await send(command, (options) => client.send(command, options), subject);
  return requireGiven(output.Credentials);
}

function requireGiven(given: Credentials | undefined): ExpiringCredentials {
  const credentials = givenCredentials(given);
  if (!credentials) throw new ProfileError('profile-failed');
  return credentials;
}

/** The person at this computer, by the name CloudTrail will show: two to 64 characters of AWS's alphabet. */
function sessionName(): string {
  const name = userInfo().username.replace(/[^\w+=,.@-]/g, '-');
  return name.length < 2 ? 'keyturn' : name.slice(0, 64);
}
