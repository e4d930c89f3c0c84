import 'server-only';
import { AssumeRoleWithWebIdentityCommand } from '@aws-sdk/client-sts';
import { ProblemError, problemOf } from '@/lib/contract/problem';
import { anonymousSts } from '../client';
import type { ExpiringCredentials } from '../credentials';
import { givenCredentials } from '../given-credentials';
import { send } from '../send';

/** A role, who takes it, and the token that proves them. */
export interface WebIdentity {
  readonly region: string;
  readonly role: string;
  /** What CloudTrail will call the person. */
  readonly sessionName: string;
  readonly idToken: string;
}

/**
 * Assumes a role with the id token of a company's provider; the call is not signed, the token is the proof.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
export async function assumeWithToken(asked: WebIdentity): Promise<ExpiringCredentials> {
  const { region, role, sessionName, idToken } = asked;
  const client = anonymousSts(region);
  const command = new AssumeRoleWithWebIdentityCommand({
    RoleArn: role,
    RoleSessionName: sessionName,
    WebIdentityToken: idToken,
  });
  const subject = { action: 'sts:AssumeRoleWithWebIdentity', region, resource: role };
  const { output } = await send(command, (options) => client.send(command, options), subject);
  const given = givenCredentials(output.Credentials);
  if (!given) throw new ProblemError(problemOf('unexpected', { region }));
  return given;
}
