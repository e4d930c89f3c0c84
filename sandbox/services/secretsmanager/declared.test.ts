import { beforeEach, expect, test } from 'vitest';
import type { Json } from '../../operation.ts';
import { createRandom } from '../../random.ts';
import { type Bench, createBench, eventsOf, token, wait } from './fake-call.ts';
import { beginScheduledRotation } from './scheduled-rotation.ts';
import { slowKey } from './state.ts';

// What a world declares and no operation makes: slow copies, failing functions, schedules that fire.

const FUNCTION = 'arn:aws:lambda:us-east-1:441200879921:function:rotate';
const MINUTE = 60_000;

let bench: Bench;
beforeEach(() => {
  bench = createBench();
  bench.state.secretsManager.invocableFunctions.add(FUNCTION);
  bench.run('CreateSecret', {
    ...{ Name: 'db', ClientRequestToken: token('v1'), SecretString: 'one' },
    AddReplicaRegions: [{ Region: 'eu-west-1' }, { Region: 'us-west-2' }],
  });
  wait(bench, 2 * MINUTE);
});

const put = (name: string) =>
  bench.run('PutSecretValue', { SecretId: 'db', ClientRequestToken: token(name), SecretString: name });
const valueIn = (region: string) => bench.run('GetSecretValue', { SecretId: 'db' }, region).SecretString;
const labels = (id: string) =>
  (bench.run('DescribeSecret', { SecretId: 'db' }).VersionIdsToStages as Json)[token(id)];
const rotate = (name: string) =>
  bench.run('RotateSecret', {
    ...{ SecretId: 'db', ClientRequestToken: token(name), RotationLambdaARN: FUNCTION },
    RotationRules: { AutomaticallyAfterDays: 30 },
  });
const finish = (name: string, before: string) => {
  bench.run('PutSecretValue', {
    ...{ SecretId: 'db', ClientRequestToken: token(name), SecretString: name },
    VersionStages: ['AWSPENDING'],
  });
  bench.run('UpdateSecretVersionStage', {
    ...{ SecretId: 'db', VersionStage: 'AWSCURRENT' },
    ...{ RemoveFromVersionId: token(before), MoveToVersionId: token(name) },
  });
};
const rotations = () => eventsOf(bench).filter((name) => name.startsWith('Rotation'));

test('a slow copy arrives late, and no later one overtakes it', () => {
  const { slowCopies } = bench.state.secretsManager;
  const place = slowKey({ account: '441200879921', name: 'db' }, 'eu-west-1');
  slowCopies.set(place, 60 * MINUTE);
  put('two');
  slowCopies.delete(place);
  put('three');
  wait(bench, 2 * MINUTE);
  expect(valueIn('us-west-2')).toBe('three');
  expect(valueIn('eu-west-1')).toBe('one');
  wait(bench, 60 * MINUTE);
  expect(valueIn('eu-west-1')).toBe('three');
});

test('a function that fails leaves AWSPENDING, and can succeed later', () => {
  bench.state.secretsManager.failingFunctions.set(FUNCTION, { step: 'setSecret', afterMs: 9000 });
  rotate('v2');
  wait(bench, MINUTE);
  expect(labels('v2')).toEqual(['AWSPENDING']);
  expect(rotations()).toEqual(['RotationStarted', 'RotationFailed']);
  expect(
    bench.state.trail.happenings.find((one) => one.kind === 'service' && one.name === 'RotationFailed'),
  ).toMatchObject({ errorMessage: `Error when executing lambda ${FUNCTION} during setSecret step` });
  expect(() => rotate('v3')).toThrowError(/previous rotation isn't complete/);
  finish('v2', 'v1');
  expect(labels('v2')).toEqual(['AWSPENDING', 'AWSCURRENT']);
  expect(rotations().at(-1)).toBe('RotationSucceeded');
});

test('a rotation that has ended before its function fails has not failed', () => {
  bench.state.secretsManager.failingFunctions.set(FUNCTION, { step: 'testSecret', afterMs: 9000 });
  rotate('v2');
  finish('v2', 'v1');
  wait(bench, MINUTE);
  labels('v2');
  expect(rotations()).toEqual(['RotationStarted', 'RotationSucceeded']);
});

test('a schedule begins a rotation without a call, unless there is none or one goes on', () => {
  const { state, now, principal } = bench;
  const fire = (id: string) =>
    beginScheduledRotation(
      {
        ...{ service: 'secretsmanager', operation: 'RotateSecret', region: 'us-east-1', requestId: 'r' },
        ...{ state, now, principal, caller: { sourceIp: '', userAgent: '' } },
        random: createRandom(7),
        ...{ authorize: () => {}, allows: () => true },
      },
      'db',
      token(id),
    );
  expect(() => fire('v2')).toThrowError('No rotation of db can begin.');
  rotate('v2');
  expect(() => fire('v3')).toThrowError('No rotation of db can begin.');
  finish('v2', 'v1');
  fire('v3');
  expect(labels('v3')).toEqual(['AWSPENDING']);
  expect(rotations()).toEqual(['RotationStarted', 'RotationSucceeded', 'RotationStarted']);
});
