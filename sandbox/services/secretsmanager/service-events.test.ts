import { beforeEach, expect, test } from 'vitest';
import type { Json } from '../../operation.ts';
import { type Bench, createBench, eventsOf, token, wait } from './fake-call.ts';

let bench: Bench;
beforeEach(() => {
  bench = createBench();
  bench.run('CreateSecret', { Name: 'db', ClientRequestToken: token('v1'), SecretString: 'one' });
});

const replicate = (Region: string) =>
  bench.run('ReplicateSecretToRegions', { SecretId: 'db', AddReplicaRegions: [{ Region }] });
const statuses = () => bench.run('DescribeSecret', { SecretId: 'db' }).ReplicationStatus as Json[];

test('a replication is told when it starts and when the first copy is there', () => {
  replicate('eu-west-1');
  wait(bench, 59_999);
  statuses();
  expect(eventsOf(bench)).toEqual(['ReplicationStarted']);
  wait(bench, 1);
  statuses();
  expect(eventsOf(bench)).toEqual(['ReplicationStarted', 'ReplicationSucceeded']);
});

test('a region that is off fails, and says so', () => {
  replicate('af-south-1');
  wait(bench, 60_000);
  expect(statuses()).toMatchObject([{ Region: 'af-south-1', Status: 'Failed' }]);
  expect(eventsOf(bench)).toEqual(['ReplicationStarted', 'ReplicationFailed']);
});

test('a region that left before its copy came is told nothing more', () => {
  replicate('eu-west-1');
  bench.run('RemoveRegionsFromReplication', { SecretId: 'db', RemoveReplicaRegions: ['eu-west-1'] });
  wait(bench, 60_000);
  statuses();
  expect(eventsOf(bench)).toEqual(['ReplicationStarted']);
});

test('a purged version is told by its id', () => {
  const put = (count: number) =>
    bench.run('PutSecretValue', {
      SecretId: 'db',
      ClientRequestToken: token(`v${count}`),
      SecretString: `${count}`,
    });
  for (let count = 2; count <= 100; count++) put(count);
  wait(bench, 24 * 60 * 60 * 1000);
  put(101);
  expect(bench.state.trail.happenings.filter(({ kind }) => kind === 'service')).toMatchObject([
    { kind: 'service', name: 'SecretVersionDeletion', requestId: expect.stringMatching(/v1-+$/) },
  ]);
});
