import { beforeEach, expect, test } from 'vitest';
import type { Json } from '../../operation.ts';
import { type Bench, createBench, eventsOf, tester, token, wait } from './fake-call.ts';

const MINUTE = 60_000;
const REPLICA = "Operation not permitted on a replica secret. Call must be made in primary secret's region.";

let bench: Bench;
beforeEach(() => {
  bench = createBench();
});

const create = (extra: Json = {}, region = 'us-east-1') =>
  bench.run(
    'CreateSecret',
    { Name: 'prod/db', ClientRequestToken: token('v1'), SecretString: 'one', ...extra },
    region,
  );
const replicate = (...regions: string[]) =>
  bench.run('ReplicateSecretToRegions', {
    SecretId: 'prod/db',
    AddReplicaRegions: regions.map((Region) => ({ Region })),
  });
const describe = (region: string) => bench.run('DescribeSecret', { SecretId: 'prod/db' }, region);
const status = () => describe('us-east-1').ReplicationStatus;
const refusal = (message: string) => expect.objectContaining({ code: 'InvalidParameterException', message });

test('a replica is in progress until its first copy arrives; then it is there, under the same suffix', () => {
  const arn = String(create().ARN);
  const KmsKeyId = 'alias/aws/secretsmanager';
  expect(replicate('eu-west-1')).toEqual({
    ARN: arn,
    ReplicationStatus: [{ Region: 'eu-west-1', KmsKeyId, Status: 'InProgress' }],
  });
  wait(bench, MINUTE - 1);
  expect(() => describe('eu-west-1')).toThrow();
  expect(bench.run('ListSecrets', {}, 'eu-west-1').SecretList).toEqual([]);
  wait(bench, 1);
  expect(status()).toEqual([
    { Region: 'eu-west-1', KmsKeyId, Status: 'InSync', StatusMessage: 'Replication succeeded' },
  ]);
  expect(describe('eu-west-1')).toMatchObject({
    ARN: arn.replace('us-east-1', 'eu-west-1'),
    PrimaryRegion: 'us-east-1',
    VersionIdsToStages: { [token('v1')]: ['AWSCURRENT'] },
  });
  expect(describe('eu-west-1')).not.toHaveProperty('ReplicationStatus');
});

test('versions, label moves and metadata follow, each after its own time and in order', () => {
  const key = bench.run('CreateKey', {}, 'eu-west-1').KeyMetadata as { KeyId: string };
  bench.run('CreateAlias', { AliasName: 'alias/eu', TargetKeyId: key.KeyId }, 'eu-west-1');
  create({ AddReplicaRegions: [{ Region: 'eu-west-1', KmsKeyId: 'alias/eu' }] });
  wait(bench, MINUTE);
  const id = { SecretId: 'prod/db' };
  bench.run('PutSecretValue', { ...id, ClientRequestToken: token('v2'), SecretString: 'two' });
  wait(bench, MINUTE / 2);
  bench.run('UpdateSecretVersionStage', {
    ...id,
    VersionStage: 'AWSCURRENT',
    RemoveFromVersionId: token('v2'),
    MoveToVersionId: token('v1'),
  });
  bench.run('TagResource', { ...id, Tags: [{ Key: 'a', Value: '1' }] });
  const current = () => bench.run('GetSecretValue', id, 'eu-west-1').SecretString;
  expect(current()).toBe('one');
  wait(bench, MINUTE / 2);
  expect(current()).toBe('two');
  expect(describe('eu-west-1')).not.toHaveProperty('Tags');
  wait(bench, MINUTE / 2);
  expect(current()).toBe('one');
  expect(describe('eu-west-1')).toMatchObject({ Tags: [{ Key: 'a', Value: '1' }], KmsKeyId: 'alias/eu' });
});

test('reads are counted where they happen', () => {
  create({ AddReplicaRegions: [{ Region: 'eu-west-1' }] });
  wait(bench, MINUTE);
  bench.run('GetSecretValue', { SecretId: 'prod/db' }, 'eu-west-1');
  expect(describe('us-east-1')).not.toHaveProperty('LastAccessedDate');
  const day = Date.parse('2026-11-19T00:00:00Z') / 1000;
  expect(status()).toMatchObject([{ LastAccessedDate: day }]);
});

test('a replica refuses every change', () => {
  create({ AddReplicaRegions: [{ Region: 'eu-west-1' }] });
  wait(bench, MINUTE);
  const id = { SecretId: 'prod/db' };
  for (const [operation, input] of Object.entries({
    PutSecretValue: { ...id, ClientRequestToken: token('v2'), SecretString: 'x' },
    UpdateSecret: { ...id, ClientRequestToken: token('v2') },
    UpdateSecretVersionStage: { ...id, VersionStage: 'x', MoveToVersionId: token('v1') },
    TagResource: { ...id, Tags: [] },
    UntagResource: { ...id, TagKeys: [] },
    DeleteSecret: id,
    RestoreSecret: id,
    ReplicateSecretToRegions: { ...id, AddReplicaRegions: [{ Region: 'us-west-2' }] },
    RemoveRegionsFromReplication: { ...id, RemoveReplicaRegions: ['us-west-2'] },
    // Also before the regions are looked at.
    'ReplicateSecretToRegions ': { ...id, AddReplicaRegions: [{}] },
    'RemoveRegionsFromReplication ': { ...id, RemoveReplicaRegions: ['nowhere'] },
  })) {
    expect(() => bench.run(operation.trim(), input, 'eu-west-1'), operation).toThrowError(refusal(REPLICA));
  }
});

test('a name that is taken there fails, unless the caller agrees to overwrite', () => {
  create({ SecretString: 'theirs' }, 'eu-west-1');
  create();
  replicate('eu-west-1');
  expect(status()).toMatchObject([{ Status: 'InProgress' }]);
  wait(bench, MINUTE);
  expect(status()).toMatchObject([
    {
      Status: 'Failed',
      StatusMessage: 'Replication failed: Secret name prod/db already exists in region eu-west-1.',
    },
  ]);
  expect(describe('eu-west-1')).not.toHaveProperty('PrimaryRegion');
  bench.run('ReplicateSecretToRegions', {
    SecretId: 'prod/db',
    AddReplicaRegions: [{ Region: 'eu-west-1' }],
    ForceOverwriteReplicaSecret: true,
  });
  wait(bench, MINUTE);
  expect(status()).toMatchObject([{ Status: 'InSync' }]);
  expect(bench.run('GetSecretValue', { SecretId: 'prod/db' }, 'eu-west-1').SecretString).toBe('one');
});

test('a secret with replicas is not deleted; without them it is', () => {
  const arn = create().ARN;
  replicate('eu-west-1', 'us-west-2');
  wait(bench, MINUTE);
  const id = { SecretId: 'prod/db' };
  expect(() => bench.run('DeleteSecret', id)).toThrowError(
    refusal(`You can't delete secret ${arn} that still has replica regions [eu-west-1,us-west-2]`),
  );
  const RemoveReplicaRegions = ['eu-west-1', 'us-west-2'];
  expect(bench.run('RemoveRegionsFromReplication', { ...id, RemoveReplicaRegions })).toEqual({
    ARN: arn,
    ReplicationStatus: [],
  });
  expect(() => describe('eu-west-1')).toThrow();
  expect(describe('us-east-1')).not.toHaveProperty('PrimaryRegion');
  bench.run('DeleteSecret', id);
});

test('regions are taken out of the replication any number of times, but must be regions', () => {
  create({ AddReplicaRegions: [{ Region: 'eu-west-1' }] });
  const remove = (...RemoveReplicaRegions: string[]) =>
    bench.run('RemoveRegionsFromReplication', { SecretId: 'prod/db', RemoveReplicaRegions });
  for (const _ of ['once', 'again']) {
    expect(remove('eu-west-1')).toMatchObject({ ReplicationStatus: [] });
  }
  const rule =
    'failed to satisfy constraint: Member must satisfy regular expression pattern: ^([a-z]+-)+\\d+$';
  const invalid = (message: string) =>
    expect.objectContaining({ code: 'ValidationException', message: expect.stringContaining(message) });
  expect(() => remove('eu-west-1', 'nowhere')).toThrowError(
    invalid(`Value 'nowhere' at 'removeReplicaRegions.2.member' ${rule}`),
  );
  expect(() => replicate('EU')).toThrowError(
    invalid(`Value 'EU' at 'addReplicaRegions.1.member.region' ${rule}`),
  );
  const unnamed = { SecretId: 'prod/db', AddReplicaRegions: [{}] };
  expect(() => bench.run('ReplicateSecretToRegions', unnamed)).toThrowError(
    invalid("Value null at 'addReplicaRegions.1.member.region'"),
  );
});

test('a promoted replica stands on its own', () => {
  create({ AddReplicaRegions: [{ Region: 'eu-west-1' }] });
  wait(bench, MINUTE);
  const id = { SecretId: 'prod/db' };
  bench.run('StopReplicationToReplica', id, 'eu-west-1');
  bench.run('PutSecretValue', { ...id, ClientRequestToken: token('v2'), SecretString: 'mine' }, 'eu-west-1');
  wait(bench, MINUTE);
  expect(describe('us-east-1')).not.toHaveProperty('ReplicationStatus');
  expect(describe('eu-west-1')).toMatchObject({
    VersionIdsToStages: { [token('v2')]: ['AWSCURRENT'], [token('v1')]: ['AWSPREVIOUS'] },
  });
});

test('a replica that missed a change while its key was off catches up when replication is asked for again', () => {
  const key = bench.run('CreateKey', {}, 'eu-west-1').KeyMetadata as { KeyId: string };
  const AddReplicaRegions = [{ Region: 'eu-west-1', KmsKeyId: key.KeyId }];
  const id = { SecretId: 'prod/db' };
  create({ AddReplicaRegions });
  wait(bench, MINUTE);
  bench.run('DisableKey', { KeyId: key.KeyId }, 'eu-west-1');
  bench.run('PutSecretValue', { ...id, ClientRequestToken: token('v2'), SecretString: 'two' });
  wait(bench, MINUTE);
  expect(status()).toMatchObject([{ Status: 'Failed' }]);
  bench.run('EnableKey', { KeyId: key.KeyId }, 'eu-west-1');
  bench.run('ReplicateSecretToRegions', { ...id, AddReplicaRegions });
  wait(bench, MINUTE);
  expect(status()).toMatchObject([{ Status: 'InSync' }]);
  expect(bench.run('GetSecretValue', id, 'eu-west-1')).toMatchObject({ SecretString: 'two' });
});

test('a region named twice is replicated to once, as it was named last', () => {
  create();
  const AddReplicaRegions = [{ Region: 'eu-west-1', KmsKeyId: 'alias/none' }, { Region: 'eu-west-1' }];
  bench.run('ReplicateSecretToRegions', { SecretId: 'prod/db', AddReplicaRegions });
  wait(bench, MINUTE);
  expect(status()).toMatchObject([{ KmsKeyId: 'alias/aws/secretsmanager', Status: 'InSync' }]);
  expect(eventsOf(bench).filter((name) => name === 'ReplicationStarted')).toHaveLength(1);
});

test('a call that is refused for one region has replicated to none, nor made a secret', () => {
  const other = { ...tester, account: '602733145908', arn: 'arn:aws:iam::602733145908:user/kim' };
  bench.principal = other;
  bench.run(
    'CreateSecret',
    { Name: 'theirs', ClientRequestToken: token('t'), SecretString: 't' },
    'eu-west-1',
  );
  const aliases = bench.run('ListAliases', {}, 'eu-west-1').Aliases as { TargetKeyId?: string }[];
  const theirDefault = `arn:aws:kms:eu-west-1:602733145908:key/${aliases[0]!.TargetKeyId}`;
  bench.principal = tester;
  const AddReplicaRegions = [{ Region: 'us-west-2' }, { Region: 'eu-west-1', KmsKeyId: theirDefault }];
  const refused = expect.objectContaining({ code: 'InvalidRequestException' });
  expect(() => create({ AddReplicaRegions })).toThrowError(refused);
  expect(() => describe('us-east-1')).toThrow();
  create();
  expect(() =>
    bench.run('ReplicateSecretToRegions', { SecretId: 'prod/db', AddReplicaRegions }),
  ).toThrowError(refused);
  expect(describe('us-east-1')).not.toHaveProperty('ReplicationStatus');
  expect(eventsOf(bench)).not.toContain('ReplicationStarted');
});
