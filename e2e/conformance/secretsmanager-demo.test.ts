import {
  DescribeSecretCommand,
  ListSecretVersionIdsCommand,
  paginateListSecrets,
  type SecretListEntry,
} from '@aws-sdk/client-secrets-manager';
import { expect, test } from 'vitest';
import { openWorld, type World } from './secretsmanager-world.ts';

const REGIONS = ['us-east-1', 'us-west-2', 'eu-west-1', 'ap-southeast-2'];

/** Made without a value on purpose: a console has to say so instead of failing. */
const WITHOUT_VALUE = ['shared/-dash-first', 'staging/platform/dockerhub'];

async function listed(world: World, region: string): Promise<SecretListEntry[]> {
  const found: SecretListEntry[] = [];
  const client = world.client(region);
  for await (const page of paginateListSecrets({ client, pageSize: 100 }, { IncludePlannedDeletion: true })) {
    expect(page.SecretList?.length).toBeLessThanOrEqual(100);
    found.push(...(page.SecretList ?? []));
  }
  return found;
}

async function inventory(world: World): Promise<Map<string, SecretListEntry>> {
  const perRegion = await Promise.all(REGIONS.map((region) => listed(world, region)));
  return new Map(perRegion.flat().map((secret) => [secret.ARN!, secret]));
}

const regionOf = (secret: SecretListEntry) => secret.ARN!.split(':')[3]!;
const isReplica = (secret: SecretListEntry) =>
  secret.PrimaryRegion !== undefined && secret.PrimaryRegion !== regionOf(secret);

test('the demo holds a believable company', async () => {
  const world = await openWorld({ world: 'demo', seed: 7 });
  try {
    const secrets = await inventory(world);
    const all = [...secrets.values()];
    const primaries = all.filter((secret) => !isReplica(secret));
    expect(primaries.length).toBeGreaterThan(300);
    expect(primaries.length).toBeLessThan(340);
    expect(primaries.filter((secret) => secret.PrimaryRegion).length).toBeGreaterThan(70);

    const holders = (secret: SecretListEntry, label: string) =>
      Object.values(secret.SecretVersionsToStages ?? {}).filter((stages) => stages.includes(label)).length;
    const without = all.filter((secret) => holders(secret, 'AWSCURRENT') !== 1);
    expect(without.map((secret) => secret.Name).sort()).toEqual(WITHOUT_VALUE);

    for (const replica of all.filter(isReplica)) {
      const primary = secrets.get(replica.ARN!.replace(regionOf(replica), replica.PrimaryRegion!));
      expect(primary, replica.ARN).toBeDefined();
      expect(replica.SecretVersionsToStages).toEqual(primary?.SecretVersionsToStages);
      expect(replica.Tags).toEqual(primary?.Tags);
    }
    for (const region of REGIONS) {
      expect(all.some((secret) => regionOf(secret) === region && !isReplica(secret))).toBe(true);
    }
    const now = Date.now();
    expect(all.every((secret) => secret.LastChangedDate!.getTime() < now - 4 * 60_000)).toBe(true);
    expect(primaries.some((secret) => secret.OwningService === 'rds')).toBe(true);
    expect(primaries.some((secret) => secret.DeletedDate)).toBe(true);
    expect(primaries.some((secret) => !secret.LastAccessedDate)).toBe(true);
  } finally {
    await world.close();
  }
});

test('the payments database login has a past to roll back to', async () => {
  const world = await openWorld({ world: 'demo', seed: 7 });
  try {
    const SecretId = 'prod/payments/db-writer';
    const client = world.client('us-east-1');
    const described = await client.send(new DescribeSecretCommand({ SecretId }));
    const holder = (label: string) =>
      Object.entries(described.VersionIdsToStages ?? {}).find(([, stages]) => stages.includes(label))?.[0];
    expect(holder('AWSCURRENT')).toMatch(/^0b6c/);
    expect(holder('AWSPENDING')).toBe(holder('AWSCURRENT'));
    expect(holder('AWSPREVIOUS')).toMatch(/^7f3a/);
    expect(holder('known-good')).toBe(holder('AWSPREVIOUS'));
    expect(described.ReplicationStatus).toMatchObject(
      ['us-west-2', 'eu-west-1', 'ap-southeast-2'].map((Region) => ({ Region, Status: 'InSync' })),
    );
    const versions = await client.send(
      new ListSecretVersionIdsCommand({ SecretId, IncludeDeprecated: true }),
    );
    expect(versions.Versions).toHaveLength(7);
    expect(versions.Versions?.filter((version) => !version.VersionStages)).toHaveLength(5);
  } finally {
    await world.close();
  }
});

test('the same seed makes the same secrets, another seed others', async () => {
  const arns = async (seed: number) => {
    const world = await openWorld({ world: 'demo', seed });
    try {
      return [...(await inventory(world)).keys()];
    } finally {
      await world.close();
    }
  };
  const first = await arns(7);
  expect(await arns(7)).toEqual(first);
  expect(await arns(8)).not.toEqual(first);
});
