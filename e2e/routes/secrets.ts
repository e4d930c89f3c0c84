import { randomUUID } from 'node:crypto';
import {
  CreateSecretCommand,
  DescribeSecretCommand,
  PutSecretValueCommand,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';

/** A secret a test made, with its versions from the oldest to the current one. */
export interface Made {
  readonly arn: string;
  readonly name: string;
  readonly versions: readonly string[];
}

/** Makes a secret with so many versions; the last holds AWSCURRENT, the one before AWSPREVIOUS. */
export async function makeSecret(client: SecretsManagerClient, Name: string, count = 2): Promise<Made> {
  const versions = Array.from({ length: count }, () => randomUUID());
  let arn = '';
  for (const [at, ClientRequestToken] of versions.entries()) {
    const value = { ClientRequestToken, SecretString: `the value ${at} of ${Name}` };
    const { ARN } = await (at === 0
      ? client.send(new CreateSecretCommand({ Name, ...value }))
      : client.send(new PutSecretValueCommand({ SecretId: Name, ...value })));
    arn = ARN ?? '';
  }
  return { arn, name: Name, versions };
}

/** Makes many secrets of one version at once. */
export async function makeMany(client: SecretsManagerClient, prefix: string, count: number): Promise<void> {
  const names = Array.from({ length: count }, (_, at) => `${prefix}/${String(at).padStart(4, '0')}`);
  await Promise.all(names.map((Name) => client.send(new CreateSecretCommand({ Name, SecretString: '-' }))));
}

/** Which version holds each label, as AWS says. */
export async function labelsOf(
  client: SecretsManagerClient,
  SecretId: string,
): Promise<Record<string, string>> {
  const { VersionIdsToStages = {} } = await client.send(new DescribeSecretCommand({ SecretId }));
  return Object.fromEntries(
    Object.entries(VersionIdsToStages).flatMap(([id, labels]) => labels.map((label) => [label, id])),
  );
}
