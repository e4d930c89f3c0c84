import {
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  InvalidParameterException,
  PutSecretValueCommand,
  RemoveRegionsFromReplicationCommand,
  ReplicateSecretToRegionsCommand,
  ResourceNotFoundException,
  StopReplicationToReplicaCommand,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, refusal, seed, type World } from './secretsmanager-world.ts';

const HOME = 'us-east-1';
const AWAY = 'eu-west-1';
const REPLICA = "Operation not permitted on a replica secret. Call must be made in primary secret's region.";

let world: World;
beforeAll(async () => {
  world = await openWorld({ world: 'empty' });
});
afterAll(() => world.close());

const home = () => world.client(HOME);
const seeded = (name: string, count: number) => seed(home(), name, count);

test('a replica arrives, follows, refuses changes, and can stand alone', async () => {
  const [first] = await seeded('sdk/replicated', 1);
  const SecretId = 'sdk/replicated';
  const away = world.client(AWAY);
  const started = await home().send(
    new ReplicateSecretToRegionsCommand({ SecretId, AddReplicaRegions: [{ Region: AWAY }] }),
  );
  expect(started.ReplicationStatus).toMatchObject([{ Region: AWAY, Status: 'InProgress' }]);
  await world.replicate();
  const primary = await home().send(new DescribeSecretCommand({ SecretId }));
  expect(primary).toMatchObject({ PrimaryRegion: HOME, ReplicationStatus: [{ Status: 'InSync' }] });
  const replica = await away.send(new DescribeSecretCommand({ SecretId }));
  expect(replica.ARN).toBe(primary.ARN!.replace(HOME, AWAY));
  expect(replica.PrimaryRegion).toBe(HOME);

  const put = await home().send(new PutSecretValueCommand({ SecretId, SecretString: 'two' }));
  await world.replicate();
  const followed = await away.send(new GetSecretValueCommand({ SecretId }));
  expect(followed).toMatchObject({ VersionId: put.VersionId, SecretString: 'two' });

  const refused = await refusal(
    away.send(
      new UpdateSecretVersionStageCommand({
        SecretId,
        VersionStage: 'AWSCURRENT',
        RemoveFromVersionId: put.VersionId,
        MoveToVersionId: first,
      }),
    ),
  );
  expect(refused).toBeInstanceOf(InvalidParameterException);
  expect(refused.message).toBe(REPLICA);
  const kept = await refusal(home().send(new DeleteSecretCommand({ SecretId })));
  expect(kept).toBeInstanceOf(InvalidParameterException);
  expect(kept.message).toMatch(`still has replica regions [${AWAY}]`);

  await away.send(new StopReplicationToReplicaCommand({ SecretId }));
  expect((await home().send(new DescribeSecretCommand({ SecretId }))).ReplicationStatus).toBeUndefined();
  await away.send(new PutSecretValueCommand({ SecretId, SecretString: 'own' }));
  expect((await home().send(new GetSecretValueCommand({ SecretId }))).SecretString).toBe('two');
});

test('a region leaves the replication at once', async () => {
  await seeded('sdk/removed', 1);
  const SecretId = 'sdk/removed';
  await home().send(new ReplicateSecretToRegionsCommand({ SecretId, AddReplicaRegions: [{ Region: AWAY }] }));
  await world.replicate();
  const left = await home().send(
    new RemoveRegionsFromReplicationCommand({ SecretId, RemoveReplicaRegions: [AWAY] }),
  );
  expect(left.ReplicationStatus).toEqual([]);
  const gone = await refusal(world.client(AWAY).send(new DescribeSecretCommand({ SecretId })));
  expect(gone).toBeInstanceOf(ResourceNotFoundException);
});
