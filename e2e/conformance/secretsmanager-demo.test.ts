import {
  DescribeSecretCommand,
  ListSecretVersionIdsCommand,
  paginateListSecrets,
  type SecretListEntry,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from './secretsmanager-world.ts';

const REGIONS = ['us-east-1', 'us-west-2', 'eu-west-1', 'ap-southeast-2'];

/** Made without a value on purpose: a console has to say so instead of failing. */
const WITHOUT_VALUE = ['shared/-dash-first', 'staging/platform/dockerhub'];

/** Copies to them are slow tonight. */
const BEHIND = ['data/snowflake/dbt', 'prod/checkout/klarna-api', 'prod/identity/scim-token'];

/** What a machine that is busy with other tests may take to build the demo once. */
const BUILDING = 60_000;

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

let world: World;
beforeAll(async () => {
  world = await openWorld({ world: 'demo', seed: 7 });
}, BUILDING);
afterAll(() => world.close());

test('the demo holds a believable company', { timeout: BUILDING }, async () => {
  const secrets = await inventory(world);
  const all = [...secrets.values()];
  const primaries = all.filter((secret) => !isReplica(secret));
  expect(primaries.length).toBeGreaterThan(1000);
  expect(primaries.filter((secret) => secret.PrimaryRegion).length).toBeGreaterThan(400);

  const holders = (secret: SecretListEntry, label: string) =>
    Object.values(secret.SecretVersionsToStages ?? {}).filter((stages) => stages.includes(label)).length;
  const without = all.filter((secret) => holders(secret, 'AWSCURRENT') !== 1);
  expect(without.map((secret) => secret.Name).sort()).toEqual(WITHOUT_VALUE);

  const behind = new Set<string | undefined>();
  for (const replica of all.filter(isReplica)) {
    const primary = secrets.get(replica.ARN!.replace(regionOf(replica), replica.PrimaryRegion!));
    expect(primary, replica.ARN).toBeDefined();
    expect(replica.Tags).toEqual(primary?.Tags);
    const [ours, theirs] = [replica, primary].map((one) => JSON.stringify(one?.SecretVersionsToStages));
    if (ours !== theirs) behind.add(replica.Name);
  }
  expect([...behind].sort()).toEqual(BEHIND);
  for (const region of REGIONS) {
    expect(all.some((secret) => regionOf(secret) === region && !isReplica(secret))).toBe(true);
  }
  const now = Date.now();
  expect(all.every((secret) => secret.LastChangedDate!.getTime() < now - 4 * 60_000)).toBe(true);
  expect(primaries.some((secret) => secret.OwningService === 'rds')).toBe(true);
  expect(primaries.some((secret) => secret.DeletedDate)).toBe(true);
  expect(primaries.some((secret) => !secret.LastAccessedDate)).toBe(true);
});

test('the payments database login has a past to roll back to', async () => {
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
  const versions = await client.send(new ListSecretVersionIdsCommand({ SecretId, IncludeDeprecated: true }));
  expect(versions.Versions).toHaveLength(7);
  expect(versions.Versions?.filter((version) => !version.VersionStages)).toHaveLength(5);
});
