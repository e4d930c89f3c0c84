import 'server-only';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { ProblemError, problemOf } from '@/lib/contract/problem';
import { sts } from './client';
import type { AwsCredentials } from './credentials';
import { send } from './send';

/** Whom AWS knows the credentials as. */
export interface CallerIdentity {
  readonly account: string;
  readonly arn: string;
  /** The person: the user's name, or that of the role's session. */
  readonly name: string;
  /** The account with the user or role: what the person acts as. */
  readonly scope: string;
}

/**
 * Proves credentials and names their holder; needs no permission.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export async function readCallerIdentity(
  credentials: AwsCredentials,
  region: string,
): Promise<CallerIdentity> {
  const client = sts(credentials, region);
  const command = new GetCallerIdentityCommand({});
  const { output } = await send(command, (options) => client.send(command, options), {
    action: 'sts:GetCallerIdentity',
    region,
  });
  const account = output.Account ?? '';
  const arn = output.Arn ?? '';
  const { actsAs, name } = namesIn(arn);
  if (!/^\d{12}$/.test(account) || !actsAs || !name)
    throw new ProblemError(problemOf('unexpected', { region }));
  return { account, arn, name, scope: `${account}.${actsAs}` };
}

/**
 * `…:user/path/riley` is riley as riley, `…:assumed-role/Operator/riley` is riley as Operator.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
function namesIn(arn: string): { actsAs?: string | undefined; name?: string | undefined } {
  const [kind, ...rest] = (arn.split(':')[5] ?? '').split('/');
  if (kind === 'root') return { actsAs: 'root', name: 'root' };
  return kind === 'assumed-role'
    ? { actsAs: rest[0], name: rest.at(-1) }
    : { actsAs: rest.at(-1), name: rest.at(-1) };
}
