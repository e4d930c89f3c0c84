import { AccountClient, ListRegionsCommand } from '@aws-sdk/client-account';
import {
  CreateSecretCommand,
  ListSecretsCommand,
  PutSecretValueCommand,
  paginateListSecrets,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';

/** AWS without the console between: the SDK against the sandbox, with an operator's keys. */
export interface DirectAws {
  client(region: string): SecretsManagerClient;
  /** The regions the account has enabled. */
  regions(): Promise<string[]>;
  /** How many secrets a region lists, those scheduled for deletion included. */
  count(region: string): Promise<number>;
  /** The first page of a region's secrets. */
  page(region: string): Promise<void>;
  /** How many secrets all regions list, all of them read at once: what the console's inventory is measured by. */
  inventory(): Promise<number>;
  /** A new secret with two versions. */
  secret(region: string, name: string): Promise<{ arn: string; current: string; previous: string }>;
}

/** Clients with the keys of one of the sandbox's operators. */
export async function directAws(endpoint: string, operator: string): Promise<DirectAws> {
  const operators: { name: string; accessKeyId: string; secretAccessKey: string }[] = await (
    await fetch(`${endpoint}/_sandbox/operators`)
  ).json();
  const keys = operators.find(({ name }) => name === operator);
  if (!keys) throw new Error(`The sandbox has no operator ${operator}.`);
  const credentials = { accessKeyId: keys.accessKeyId, secretAccessKey: keys.secretAccessKey };
  const clients = new Map<string, SecretsManagerClient>();
  const client = (region: string) => {
    const known = clients.get(region) ?? new SecretsManagerClient({ region, endpoint, credentials });
    clients.set(region, known);
    return known;
  };
  const aws: DirectAws = {
    client,
    async regions() {
      const account = new AccountClient({ region: 'us-east-1', endpoint, credentials });
      const { Regions } = await account.send(
        new ListRegionsCommand({ RegionOptStatusContains: ['ENABLED', 'ENABLED_BY_DEFAULT'] }),
      );
      return (Regions ?? []).flatMap(({ RegionName }) => RegionName ?? []);
    },
    async count(region) {
      let secrets = 0;
      const pages = paginateListSecrets(
        { client: client(region), pageSize: 100 },
        { IncludePlannedDeletion: true },
      );
      for await (const { SecretList } of pages) secrets += SecretList?.length ?? 0;
      return secrets;
    },
    async page(region) {
      const command = new ListSecretsCommand({ MaxResults: 100, IncludePlannedDeletion: true });
      await client(region).send(command);
    },
    async inventory() {
      const counts = await Promise.all((await aws.regions()).map((region) => aws.count(region)));
      return counts.reduce((sum, count) => sum + count, 0);
    },
    async secret(region, name) {
      const made = await client(region).send(new CreateSecretCommand({ Name: name, SecretString: 'one' }));
      const put = new PutSecretValueCommand({ SecretId: made.ARN, SecretString: 'two' });
      const { VersionId } = await client(region).send(put);
      if (!made.ARN || !made.VersionId || !VersionId) throw new Error('The sandbox made no secret.');
      return { arn: made.ARN, current: VersionId, previous: made.VersionId };
    },
  };
  return aws;
}
