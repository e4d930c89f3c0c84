import { beforeEach, expect, test } from 'vitest';
import { operatorsIn } from '../identity/operators.ts';
import type { Json } from '../operation.ts';
import { perform } from '../perform.ts';
import type { World, WorldOptions } from './create.ts';
import { readStory } from './custom/story.ts';
import { createWorlds, type Worlds } from './worlds.ts';

const create = (name: string, extra: Json = {}) => ({
  ...{ as: 'riley', region: 'us-east-1', operation: 'CreateSecret' },
  ...{ at: '-P2D', input: { Name: name, SecretString: 'made-up', ...extra } },
});
const scene = (operation: string, input: Json, more: Json = {}) => ({
  ...{ at: '-P1D', as: 'riley', region: 'us-east-1', operation, input },
  ...more,
});
const story = readStory(
  JSON.stringify({
    scenes: [
      create('app/db', { AddReplicaRegions: [{ Region: 'eu-west-1' }] }),
      create('app/old'),
      scene('DeleteSecret', { SecretId: 'app/old', RecoveryWindowInDays: 7 }),
    ],
  }),
);
const options: WorldOptions = { name: 'custom', seed: 7, replicationMs: 1500, secrets: 0, story };

let wall = 0;
let worlds: Worlds;
beforeEach(() => {
  wall = Date.now();
  worlds = createWorlds(() => wall);
});

function call({ state, random, clock }: World, operation: string, input: Json, service = 'secretsmanager') {
  return perform(
    {
      ...{ service, operation, region: 'us-east-1', principal: operatorsIn(state.iam).riley, state, random },
      ...{ requestId: random.uuid(), now: clock.now(), caller: { sourceIp: '127.0.0.1', userAgent: 'test' } },
    },
    input,
  );
}

const names = (world: World) =>
  (call(world, 'ListSecrets', { IncludePlannedDeletion: true }).SecretList as Json[]).map(({ Name }) => Name);
const put = (world: World) =>
  call(world, 'CreateSecret', {
    ...{ Name: `more/${world.random.suffix(6)}`, ClientRequestToken: world.random.uuid() },
    SecretString: 'x',
  });

test('a world that is opened again knows nothing of what was done in it, and goes on in the same way', () => {
  const first = worlds.open(options);
  const before = names(first);
  const made = put(first);
  call(first, 'TagResource', { SecretId: 'app/db', Tags: [{ Key: 'a', Value: 'b' }] });
  call(first, 'GetSecretValue', { SecretId: 'app/db' });
  first.clock.advance(60_000);

  const second = worlds.open(options);
  expect(names(second)).toEqual(before);
  expect(put(second)).toEqual(made);
  expect(call(second, 'DescribeSecret', { SecretId: 'app/db' })).not.toHaveProperty('Tags');
  expect(call(second, 'DescribeSecret', { SecretId: 'app/db' })).not.toHaveProperty('LastAccessedDate');
  expect(second.clock.now().getTime()).toBeLessThan(first.clock.now().getTime());
});

test('what is planned happens in each world by itself', () => {
  const first = worlds.open(options);
  first.clock.advance(7 * 86_400_000);
  expect(names(first)).toEqual(['app/db']);
  const second = worlds.open(options);
  expect(names(second)).toEqual(['app/db', 'app/old']);
  second.clock.advance(7 * 86_400_000);
  expect(names(second)).toEqual(['app/db']);
});

test('rights and keys that change in one world stay as they were in the next', () => {
  const first = worlds.open(options);
  const rights = JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Deny', Action: 'secretsmanager:ListSecrets', Resource: '*' },
  });
  const policy = { UserName: 'riley', PolicyName: 'Not', PolicyDocument: rights };
  call(first, 'PutUserPolicy', policy, 'iam');
  const { KeyMetadata } = call(first, 'DescribeKey', { KeyId: 'alias/aws/secretsmanager' }, 'kms');
  first.state.kms.regions.get('441200879921/us-east-1')?.keys.clear();
  expect(() => names(first)).toThrowError(/explicit deny/);

  const second = worlds.open(options);
  expect(names(second)).toHaveLength(2);
  const again = call(second, 'DescribeKey', { KeyId: 'alias/aws/secretsmanager' }, 'kms');
  expect(again.KeyMetadata).toEqual(KeyMetadata);
});

test('events of one world are not in the next; those of its history are, under the same ids', () => {
  const idsIn = ({ state }: World) =>
    [...state.trail.log('441200879921', 'us-east-1').find(undefined, undefined)].map((event) => [
      event.sequence,
      event.requestId,
      event.at,
    ]);
  const first = worlds.open(options);
  const before = idsIn(first);
  put(first);
  expect(idsIn(first).length).toBeGreaterThan(before.length);
  expect(idsIn(worlds.open(options))).toEqual(before);
});

test('a world is built anew for another seed, and when its history has become old', () => {
  const arn = (world: World) => call(world, 'DescribeSecret', { SecretId: 'app/db' }).ARN;
  const created = (world: World) => call(world, 'DescribeSecret', { SecretId: 'app/db' }).CreatedDate;
  const first = worlds.open(options);
  expect(arn(worlds.open({ ...options, seed: 8 }))).not.toEqual(arn(first));
  const kept = worlds.open(options);
  wall += 14 * 60_000;
  expect(created(worlds.open(options))).toBe(created(kept));
  wall += 2 * 60_000;
  const later = worlds.open(options);
  expect(created(later)).toBe(Number(created(kept)) + 16 * 60);
  expect(arn(later)).toBe(arn(first));
});
