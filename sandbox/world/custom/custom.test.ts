import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { startSandbox } from '../../server.ts';
import { createWorld } from '../create.ts';
import { readStory, type Story } from './story.ts';

const EXAMPLE = readFileSync(`${import.meta.dirname}/../../../docs/examples/incident.json`, 'utf8');
const open = (story: Story) =>
  createWorld({ name: 'custom', seed: 7, replicationMs: 1500, secrets: 0, story });
const scene = {
  at: '-PT1H',
  as: 'riley',
  region: 'us-east-1',
  operation: 'CreateSecret',
  input: { Name: 'app/db', SecretString: 'made-up' },
};
const story = (...scenes: unknown[]) => readStory(JSON.stringify({ scenes }));

const withRoles = (...names: string[]): Story => ({
  ...story(),
  roles: names.map((name) => ({
    name,
    policy: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
  })),
});

test('the example of the documentation opens, and is the same again after a reset', async () => {
  const sandbox = await startSandbox({ world: 'custom', story: readStory(EXAMPLE) });
  const control = async (method: string, path: string) =>
    (await fetch(`${sandbox.url}/_sandbox/${path}`, { method })).json();
  expect(await control('GET', 'health')).toMatchObject({ ready: true, world: 'custom' });
  expect(await control('POST', 'reset')).toMatchObject({ world: 'custom' });
  await sandbox.close();
});

test('a story leaves versions, labels, replicas and refusals behind', () => {
  const { state } = open(readStory(EXAMPLE));
  const secret = state.secretsManager.regions.get('441200879921/us-east-1')?.get('prod/orders/db');
  const labels = [...(secret?.content.versions.values() ?? [])].map(({ id, labels }) => [
    id[0],
    [...labels].sort(),
  ]);
  expect(labels).toEqual([
    ['1', ['AWSPREVIOUS']],
    ['2', ['AWSCURRENT', 'AWSPENDING']],
  ]);
  expect([...(secret?.replicas.keys() ?? [])]).toEqual(['eu-west-1']);
  const refused = state.trail.happenings.filter((one) => one.kind === 'call' && 'code' in one.outcome);
  expect(refused).toMatchObject([
    { operation: 'GetSecretValue', outcome: { code: 'AccessDeniedException' } },
  ]);
});

test('scenes are played in the order of time, whatever their order in the file', () => {
  const put = {
    ...scene,
    at: '-PT30M',
    operation: 'PutSecretValue',
    input: { SecretId: 'app/db', SecretString: 'b' },
  };
  expect(() => open(story(put, scene))).not.toThrow();
});

test('a story may have functions and databases, which its rotations use', () => {
  const roles = JSON.parse(EXAMPLE).roles as unknown[];
  const at = (ago: string, more: object) => ({ at: ago, as: 'riley', region: 'us-east-1', ...more });
  const function_ = 'arn:aws:lambda:us-east-1:441200879921:function:rotate';
  const login = { engine: 'mysql', host: 'app.db.sandbox.invalid', username: 'app', password: 'made-up' };
  const Role = 'arn:aws:iam::441200879921:role/rotate-orders';
  const scenes = [
    at('-P2D', {
      ...{ service: 'targets', operation: 'Put' },
      input: { host: login.host, engine: 'mysql', user: 'app', password: 'made-up' },
    }),
    at('-P2D', {
      ...{ service: 'infrastructure', operation: 'CreateFunction' },
      input: { FunctionName: 'rotate', Code: 'mysql-single-user', Role },
    }),
    at('-P2D', {
      operation: 'CreateSecret',
      input: { Name: 'app/db', SecretString: JSON.stringify(login) },
    }),
    at('-P1D', { operation: 'RotateSecret', input: { SecretId: 'app/db', RotationLambdaARN: function_ } }),
    at('-PT1H', { operation: 'DescribeSecret', input: { SecretId: 'app/db' } }),
  ];
  const { state } = open(readStory(JSON.stringify({ roles, scenes })));
  const events = state.trail.happenings.flatMap((one) => (one.kind === 'service' ? [one.name] : []));
  expect(events).toEqual(['RotationStarted', 'RotationSucceeded']);
  const bad = { ...scene, service: 'infrastructure', operation: 'DeleteFunction', input: {} };
  expect(() => open(story(bad))).toThrowError('cannot be: The input needs "FunctionName", a text.');
});

test('schedules go on while a story is told, also after its last scene', () => {
  const at = (ago: string, operation: string, input: object, service = 'secretsmanager') => ({
    ...{ at: ago, as: 'riley', region: 'us-east-1', service, operation, input },
  });
  const host = 'app.db.sandbox.invalid';
  const allow = (Action: string, more: object) =>
    JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action, ...more } });
  const trust = allow('sts:AssumeRole', { Principal: { Service: 'lambda.amazonaws.com' } });
  const Role = 'arn:aws:iam::441200879921:role/rotate';
  const policy = allow('secretsmanager:*', { Resource: '*' });
  const value = JSON.stringify({ engine: 'mysql', host, username: 'app', password: 'made-up' });
  const scenes = [
    at('-P9D', 'Put', { host, engine: 'mysql', user: 'app', password: 'made-up' }, 'targets'),
    at('-P9D', 'CreateRole', { RoleName: 'rotate', AssumeRolePolicyDocument: trust }, 'infrastructure'),
    at(
      '-P9D',
      'PutRolePolicy',
      { RoleName: 'rotate', PolicyName: 'Rotate', PolicyDocument: policy },
      'infrastructure',
    ),
    at(
      '-P9D',
      'CreateFunction',
      { FunctionName: 'rotate', Code: 'mysql-single-user', Role },
      'infrastructure',
    ),
    at('-P9D', 'CreateSecret', { Name: 'app/db', SecretString: value }),
    at('-P8D', 'RotateSecret', {
      ...{ SecretId: 'app/db', RotationRules: { ScheduleExpression: 'rate(1 day)' } },
      RotationLambdaARN: 'arn:aws:lambda:us-east-1:441200879921:function:rotate',
    }),
    at(
      '-P3D',
      'RemovePermission',
      { FunctionName: 'rotate', StatementId: 'SecretsManagerAccess' },
      'infrastructure',
    ),
  ];
  const { state } = open(readStory(JSON.stringify({ scenes })));
  const told = [...state.trail.log('441200879921', 'us-east-1').find(undefined, undefined)].map(
    ({ subject }) => subject.eventName,
  );
  const times = (name: string) => told.filter((one) => one === name).length;
  // The first by hand, then one after each midnight until the function may no longer be invoked: of the last day it may
  // be before its turn, by the hour at which this is told.
  expect([5, 6]).toContain(times('RotationSucceeded'));
  expect(times('RotationFailed')).toBeGreaterThan(4);
});

describe('is refused, with the place:', () => {
  test.each<[string, string, string]>([
    ['no JSON', '{', 'the file is not JSON'],
    ['a list', '[]', 'the file: the file must be a JSON object.'],
    ['no scenes', '{}', 'the file: Field "scenes" is missing.'],
    ['an unknown field', '{"scene":[]}', 'the file: Unknown field "scene"; known are roles, scenes.'],
    ['a scene without a time', '{"scenes":[{"as":"riley"}]}', 'scene 1: Field "at" is missing.'],
    ['a time to come', JSON.stringify({ scenes: [{ ...scene, at: 'PT1H' }] }), 'scene 1: Field "at" must be'],
    [
      'a misspelt field',
      JSON.stringify({ scenes: [scene, { ...scene, regoin: 'x' }] }),
      'scene 2: Unknown field',
    ],
    ['a role without a policy', '{"roles":[{"name":"x"}],"scenes":[]}', 'role 1: Field "policy" is missing.'],
  ])('%s', (_, json, message) => {
    expect(() => readStory(json)).toThrowError(message);
  });

  test.each<[string, Story, string | RegExp]>([
    ['what AWS refuses', story(scene, { ...scene, at: '-PT1M' }), 'is refused: ResourceExistsException: '],
    [
      'what AWS does not refuse',
      story({ ...scene, refused: true }),
      'is not refused, though the story says so',
    ],
    ['somebody there is not', story({ ...scene, as: 'eve' }), 'there is no operator "eve"'],
    [
      'an operation there is not',
      story({ ...scene, operation: 'Frobnicate' }),
      /is refused: UnknownOperationException$/,
    ],
    [
      'a change in a region that is off',
      story({
        ...{ ...scene, service: 'infrastructure', operation: 'CreateVpcEndpoint', region: 'mars' },
        input: { VpcId: 'vpc-1', ServiceName: 'com.amazonaws.mars.secretsmanager' },
      }),
      'cannot be: Region mars is not enabled.',
    ],
    [
      'a member of a change that would be ignored',
      story({
        ...{ ...scene, service: 'infrastructure', operation: 'CreateFunction' },
        input: { FunctionName: 'x', Code: 'generic', Role: 'x', Timout: 3 },
      }),
      'CreateFunction takes no "Timout" here.',
    ],
    ['a region that is off', story({ ...scene, region: 'af-south-1' }), 'UnrecognizedClientException'],
    [
      'a policy that is none',
      { ...story(), roles: [{ name: 'x', policy: '{"Statement":1}' }] },
      'the policy of role x: ',
    ],
    ['a role nobody could make', withRoles('a b'), 'role a b: a name has 1 to 64'],
    ['a role told twice', withRoles('x', 'x'), 'role x: there is one of that name already'],
    [
      "an operator's role",
      withRoles('RegionLimited'),
      'role RegionLimited: there is one of that name already',
    ],
  ])('%s', (_, told, message) => {
    expect(() => open(told)).toThrowError(message);
  });
});
