import 'server-only';
import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import { ProblemError, problemOf } from '@/lib/contract/problem';
import { sts } from './client';
import type { AwsCredentials, ExpiringCredentials } from './credentials';
import { givenCredentials } from './given-credentials';
import { send } from './send';

/** A role, and what its trust policy may ask for beside who one is. */
export interface FurtherRole {
  readonly arn: string;
  /** What CloudTrail will call the person. */
  readonly sessionName: string;
  readonly externalId?: string | undefined;
  /** The device's serial or ARN, and the six digits it shows. */
  readonly mfa?: { readonly serial: string; readonly code: string } | undefined;
}

/**
 * Assumes a role with an operator's own credentials, for an hour: the longest for which one role may be assumed by another.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export async function assumeFurther(
  source: AwsCredentials,
  region: string,
  { arn, sessionName, externalId, mfa }: FurtherRole,
): Promise<ExpiringCredentials> {
  const client = sts(source, region);
  const command = new AssumeRoleCommand({
    RoleArn: arn,
    RoleSessionName: sessionName,
    DurationSeconds: 3_600,
    ...(externalId && { ExternalId: externalId }),
    ...(mfa && { SerialNumber: mfa.serial, TokenCode: mfa.code }),
  });
  const subject = { action: 'sts:AssumeRole', region, resource: arn };
  const { output } = await send(command, (options) => client.send(command, options), subject);
  const given = givenCredentials(output.Credentials);
  if (!given) throw new ProblemError(problemOf('unexpected', { region }));
  return given;
}
