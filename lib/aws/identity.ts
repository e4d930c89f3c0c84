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
  /** The user's name, or the role's without its session. */
  readonly name: string;
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
  const name = nameIn(arn);
  if (!/^\d{12}$/.test(account) || !name) throw new ProblemError(problemOf('unexpected', { region }));
  return { account, arn, name, scope: `${account}.${name}` };
}

/** `arn:aws:iam::1:user/path/riley` is riley, `arn:aws:sts::1:assumed-role/Operator/riley` is Operator. */
function nameIn(arn: string): string | undefined {
  const [kind, ...rest] = (arn.split(':')[5] ?? '').split('/');
  if (kind === 'root') return 'root';
  return kind === 'assumed-role' ? rest[0] : rest.at(-1);
}
