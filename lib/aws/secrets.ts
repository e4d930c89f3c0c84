import 'server-only';
import {
  DescribeSecretCommand,
  type DescribeSecretCommandOutput,
  ListSecretsCommand,
  type ListSecretsCommandOutput,
  ListSecretVersionIdsCommand,
} from '@aws-sdk/client-secrets-manager';
import type { SecretRow } from '@/lib/domain/secret';
import type { SecretVersion } from '@/lib/domain/version';
import { secretsManager } from './client';
import type { AwsOperator } from './credentials';
import { turn } from './pace';
import { type Sent, send } from './send';
import { toSecretRow, toSecretVersion } from './to-secret';

// AWS allows an account 100 listings a second and region. The account's own programs are left some of them
// (decision 017).
// https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html
const LISTINGS_A_SECOND = 80;

/** One page of a region's secrets, as it arrives. */
export interface SecretPage {
  readonly page: number;
  readonly rows: readonly SecretRow[];
  readonly at: string;
}

/**
 * A region's secrets page by page, 100 a page (AWS documents no default size), those scheduled for deletion
 * included. A page may be empty and still have a successor. ListSecrets may lag five minutes.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecrets.html
 */
export async function* readSecretPages(
  operator: AwsOperator,
  region: string,
  signal: AbortSignal,
): AsyncGenerator<SecretPage> {
  let asked: Promise<Sent<ListSecretsCommandOutput>> | undefined = askPage(
    operator,
    region,
    undefined,
    signal,
  );
  for (let page = 1; asked; page++) {
    const { output, at }: Sent<ListSecretsCommandOutput> = await asked;
    // The next page is on its way while this one is converted and written. No further one is: a reader who is
    // slower than AWS holds the reading up instead of filling the memory.
    asked = output.NextToken ? askPage(operator, region, output.NextToken, signal) : undefined;
    // Whoever leaves now never takes it, and its end is no news then.
    asked?.catch(() => undefined);
    yield { page, at, rows: (output.SecretList ?? []).flatMap((entry) => toSecretRow(entry, region) ?? []) };
  }
}

async function askPage(
  operator: AwsOperator,
  region: string,
  token: string | undefined,
  signal: AbortSignal,
): Promise<Sent<ListSecretsCommandOutput>> {
  const client = secretsManager(operator, region, 'read');
  const command = new ListSecretsCommand({
    MaxResults: 100,
    IncludePlannedDeletion: true,
    ...(token ? { NextToken: token } : {}),
  });
  const [account] = operator.scope.split('.');
  await turn(`${account} ${region} ListSecrets`, LISTINGS_A_SECOND, signal);
  return send(command, (options) => client.send(command, options), {
    action: 'secretsmanager:ListSecrets',
    region,
    signal,
  });
}

/**
 * A secret's metadata, fresher than any listing.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html
 */
export async function readSecret(
  operator: AwsOperator,
  region: string,
  arn: string,
): Promise<Sent<DescribeSecretCommandOutput>> {
  const client = secretsManager(operator, region, 'read');
  const command = new DescribeSecretCommand({ SecretId: arn });
  return send(command, (options) => client.send(command, options), {
    action: 'secretsmanager:DescribeSecret',
    region,
    resource: arn,
  });
}

/**
 * All versions of a secret, unlabelled ones included as long as AWS keeps them.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecretVersionIds.html
 */
export async function readSecretVersions(
  operator: AwsOperator,
  region: string,
  arn: string,
): Promise<{ versions: SecretVersion[]; at: string }> {
  const client = secretsManager(operator, region, 'read');
  const versions: SecretVersion[] = [];
  let token: string | undefined;
  for (;;) {
    const command = new ListSecretVersionIdsCommand({
      SecretId: arn,
      MaxResults: 100,
      IncludeDeprecated: true,
      ...(token ? { NextToken: token } : {}),
    });
    const { output, at } = await send(command, (options) => client.send(command, options), {
      action: 'secretsmanager:ListSecretVersionIds',
      region,
      resource: arn,
    });
    versions.push(...(output.Versions ?? []).flatMap((entry) => toSecretVersion(entry) ?? []));
    token = output.NextToken;
    if (!token) return { versions, at };
  }
}
