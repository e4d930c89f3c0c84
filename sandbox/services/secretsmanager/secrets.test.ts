import { beforeEach, expect, test } from 'vitest';
import type { Json } from '../../operation.ts';
import { type Bench, createBench, eventsOf, tester, token, wait } from './fake-call.ts';

// In one file, though long: all of it runs in one world, by the helpers below.

const DAY_MS = 24 * 60 * 60 * 1000;
const MARKED = "You can't perform this operation on the secret because it was marked for deletion.";

let bench: Bench;
beforeEach(() => {
  bench = createBench();
});

const create = (name: string, extra: Json = {}) =>
  bench.run('CreateSecret', { Name: name, ClientRequestToken: token(name), SecretString: name, ...extra });
const describe = (id: string) => bench.run('DescribeSecret', { SecretId: id });
const refusal = (code: string, message: string) => expect.objectContaining({ code, message });

test('a secret is found by name, by ARN and by ARN without its six characters', () => {
  const arn = String(create('prod/db-writer').ARN);
  expect(arn).toMatch(/^arn:aws:secretsmanager:us-east-1:441200879921:secret:prod\/db-writer-\w{6}$/);
  for (const id of ['prod/db-writer', arn, arn.slice(0, -7)]) expect(describe(id).ARN).toBe(arn);
  const none = refusal('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
  expect(() => describe('prod/db')).toThrowError(none);
  expect(() => describe(arn.replace('us-east-1', 'eu-west-1'))).toThrowError(none);
  expect(() => describe(arn.replace('arn:aws:', 'arn:aws-cn:'))).toThrowError(none);
});

test('a partial ARN that ends like a complete one finds nothing; one that ends in a word does', () => {
  for (const name of ['app-a1b2c3', 'app-secret']) {
    const partial = String(create(name).ARN).slice(0, -7);
    const attempt = () => describe(partial).Name;
    if (name === 'app-secret') expect(attempt()).toBe(name);
    else expect(attempt).toThrowError(expect.objectContaining({ code: 'ResourceNotFoundException' }));
    expect(describe(name).Name).toBe(name);
  }
});

test.each<[string, Json]>([
  ['CancelRotateSecret', {}],
  ['DeleteSecret', {}],
  ['DeleteSecret', { ForceDeleteWithoutRecovery: true }],
  ['DescribeSecret', {}],
  ['GetSecretValue', {}],
  ['ListSecretVersionIds', {}],
  ['PutSecretValue', { ClientRequestToken: token('v'), SecretString: 'x' }],
  ['RestoreSecret', {}],
  ['TagResource', { Tags: [{ Key: 'a', Value: '1' }] }],
  ['UntagResource', { TagKeys: ['a'] }],
  ['UpdateSecret', { ClientRequestToken: token('v') }],
  ['ValidateResourcePolicy', { ResourcePolicy: '{}' }],
])('%s refuses an illegal name before it looks for it', (operation, input) => {
  for (const SecretId of ['two words', 'what?', 'tab\t', 'arn:aws:secretsmanager:us-east-1:1:secret:x']) {
    expect(() => bench.run(operation, { SecretId, ...input }), SecretId).toThrowError(
      refusal(
        'ValidationException',
        'Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!',
      ),
    );
  }
});

test('a region is full with half a million secrets', () => {
  const full = new (class extends Map {
    override get size() {
      return 500_000;
    }
  })();
  bench.state.secretsManager.regions.set(`${tester.account}/us-east-1`, full);
  expect(() => create('one/more')).toThrowError(expect.objectContaining({ code: 'LimitExceededException' }));
  bench.state.secretsManager.regions.clear();
  expect(create('one/more')).toMatchObject({ Name: 'one/more' });
});

test('only fields with a value are shown', () => {
  create('bare', { SecretString: undefined });
  expect(Object.keys(describe('bare')).sort()).toEqual(['ARN', 'CreatedDate', 'LastChangedDate', 'Name']);
});

test('IAM is asked about the ARN, the tags and the label', () => {
  const arn = create('prod/db', { Tags: [{ Key: 'team', Value: 'payments' }] }).ARN;
  bench.run('GetSecretValue', { SecretId: 'prod/db' });
  expect(() => bench.run('GetSecretValue', { SecretId: 'nowhere' })).toThrow();
  expect(bench.asked).toMatchObject([
    {
      action: 'secretsmanager:CreateSecret',
      resource: 'arn:aws:secretsmanager:us-east-1:441200879921:secret:prod/db',
    },
    {
      action: 'secretsmanager:GetSecretValue',
      resource: arn,
      shown: 'prod/db',
      context: { 'aws:ResourceTag/team': 'payments', 'secretsmanager:VersionStage': 'AWSCURRENT' },
    },
    {
      action: 'secretsmanager:GetSecretValue',
      resource: 'arn:aws:secretsmanager:us-east-1:441200879921:secret:nowhere',
      shown: 'nowhere',
      context: { 'secretsmanager:VersionStage': 'AWSCURRENT' },
    },
  ]);
});

test("another account's ARN is refused for want of a resource policy", () => {
  const arn = String(create('prod/db').ARN);
  bench.principal = { ...tester, account: '000000000000' };
  expect(() => describe(arn)).toThrowError(
    expect.objectContaining({
      code: 'AccessDeniedException',
      message: expect.stringContaining('because no resource-based policy allows'),
    }),
  );
});

test('members are checked in the words of the constraint template, all at once', () => {
  const attempt = () =>
    bench.run('ListSecrets', { MaxResults: 101, SortOrder: 'up', Filters: [{ Key: 'name', Values: [] }] });
  expect(attempt).toThrowError(
    refusal(
      'ValidationException',
      "3 validation errors detected: Value '101' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 100; Value '[]' at 'filters.1.member.values' failed to satisfy constraint: Member must have length greater than or equal to 1; Value 'up' at 'sortOrder' failed to satisfy constraint: Member must satisfy enum value set: [asc, desc]",
    ),
  );
});

test('a value that is too long is refused without being repeated', () => {
  const value = 'é'.repeat(40_000);
  const attempt = () => create('prod/db', { SecretString: value });
  expect(attempt).toThrowError(
    refusal(
      'ValidationException',
      "1 validation error detected: Value at 'secretString' failed to satisfy constraint: Member must have length less than or equal to 65536",
    ),
  );
});

test.each([
  ['a number for a name', { SecretId: 7 }, 'SerializationException'],
  ['no name', {}, 'ValidationException'],
])('%s is refused', (_, input, code) => {
  expect(() => bench.run('DescribeSecret', input)).toThrowError(expect.objectContaining({ code }));
});

test.each([
  ['name', { Name: 'a b' }, 'ValidationException'],
  ['missing token', { ClientRequestToken: undefined }, 'InvalidRequestException'],
  ['short token', { ClientRequestToken: 'short' }, 'InvalidParameterException'],
  ['two forms of value', { SecretBinary: 'AA==' }, 'InvalidParameterException'],
  ['reserved tag', { Tags: [{ Key: 'aws:x', Value: '' }] }, 'InvalidParameterException'],
  ['own region', { AddReplicaRegions: [{ Region: 'us-east-1' }] }, 'InvalidParameterException'],
  ['host as region', { AddReplicaRegions: [{ Region: 'evil.example' }] }, 'ValidationException'],
])('a secret with a bad %s is not made', (_, input, code) => {
  expect(() => create('prod/db', input)).toThrowError(expect.objectContaining({ code }));
  expect(() => describe('prod/db')).toThrow();
});

test('tags are laid over each other, and stay an empty list once they are gone', () => {
  create('prod/db');
  bench.run('TagResource', { SecretId: 'prod/db', Tags: [{ Key: 'a', Value: '1' }] });
  bench.run('TagResource', {
    SecretId: 'prod/db',
    Tags: [
      { Key: 'a', Value: '2' },
      { Key: 'b', Value: '' },
    ],
  });
  expect(describe('prod/db').Tags).toEqual([
    { Key: 'a', Value: '2' },
    { Key: 'b', Value: '' },
  ]);
  bench.run('UntagResource', { SecretId: 'prod/db', TagKeys: ['a', 'b', 'c'] });
  expect(describe('prod/db').Tags).toEqual([]);
});

test('a deleted secret answers only what AWS lets it, until it is restored', () => {
  create('prod/db');
  const due = bench.now.getTime() / 1000 + 7 * 24 * 3600;
  expect(bench.run('DeleteSecret', { SecretId: 'prod/db', RecoveryWindowInDays: 7 })).toMatchObject({
    DeletionDate: due,
  });
  expect(describe('prod/db').DeletedDate).toBe(due);
  const marked = refusal('InvalidRequestException', MARKED);
  const id = { SecretId: 'prod/db' };
  for (const [operation, input] of Object.entries({
    GetSecretValue: id,
    PutSecretValue: { ...id, ClientRequestToken: token('v2'), SecretString: 'x' },
    UpdateSecret: { ...id, ClientRequestToken: token('v2') },
    UpdateSecretVersionStage: { ...id, VersionStage: 'x', MoveToVersionId: token('prod/db') },
    TagResource: { ...id, Tags: [] },
    ReplicateSecretToRegions: { ...id, AddReplicaRegions: [{ Region: 'eu-west-1' }] },
    DeleteSecret: id,
  })) {
    expect(() => bench.run(operation, input), operation).toThrowError(marked);
  }
  expect(() => create('prod/db')).toThrowError(
    refusal(
      'InvalidRequestException',
      "You can't create this secret because a secret with this name is already scheduled for deletion.",
    ),
  );
  bench.run('RestoreSecret', id);
  expect(eventsOf(bench)).toEqual(['StartSecretVersionDelete', 'CancelSecretVersionDelete']);
  expect(describe('prod/db')).not.toHaveProperty('DeletedDate');
});

test('at the end of its window a secret is gone, and its name gets a new suffix', () => {
  const arn = create('prod/db').ARN;
  bench.run('DeleteSecret', { SecretId: 'prod/db' });
  wait(bench, 30 * DAY_MS - 1);
  expect(describe('prod/db').ARN).toBe(arn);
  wait(bench, 1);
  expect(() => describe('prod/db')).toThrow();
  expect(create('prod/db').ARN).not.toBe(arn);
});

test('a forced deletion ends in the background, also of a marked secret, and of one that never was', () => {
  create('prod/db');
  const force = { SecretId: 'prod/db', ForceDeleteWithoutRecovery: true };
  bench.run('DeleteSecret', { SecretId: 'prod/db' });
  bench.run('DeleteSecret', force);
  expect(() => create('prod/db', { ClientRequestToken: token('new') })).toThrowError(
    refusal(
      'InvalidRequestException',
      "You can't create this secret because a secret with this name is already scheduled for deletion.",
    ),
  );
  expect(() => bench.run('RestoreSecret', { SecretId: 'prod/db' })).toThrowError(
    refusal('InvalidRequestException', MARKED),
  );
  wait(bench, 10_001);
  expect(() => describe('prod/db')).toThrow();
  expect(eventsOf(bench)).toEqual(['StartSecretVersionDelete', 'EndSecretVersionDelete']);
  expect(bench.run('DeleteSecret', force)).toMatchObject({ Name: 'prod/db' });
});

test.each<[Json, RegExp]>([
  [{ RecoveryWindowInDays: 6 }, /between 7 and 30 days/],
  [{ RecoveryWindowInDays: 31 }, /between 7 and 30 days/],
  [{ RecoveryWindowInDays: 0, ForceDeleteWithoutRecovery: true }, /between 7 and 30 days/],
  [{ RecoveryWindowInDays: 7, ForceDeleteWithoutRecovery: true }, /in conjunction with/],
])('a recovery window of %j is refused', (input, message) => {
  create('prod/db');
  expect(() => bench.run('DeleteSecret', { SecretId: 'prod/db', ...input })).toThrowError(
    expect.objectContaining({
      code: 'InvalidParameterException',
      message: expect.stringMatching(message),
    }),
  );
});

test('a managed secret is changed by its service alone', () => {
  bench.principal = {
    ...tester,
    arn: 'arn:aws:sts::441200879921:assumed-role/AWSServiceRoleForRDS/rds',
  };
  create('rds!cluster-1');
  const put = (name: string) =>
    bench.run('PutSecretValue', {
      SecretId: 'rds!cluster-1',
      ClientRequestToken: token(name),
      SecretString: name,
    });
  put('v2');
  bench.principal = tester;
  expect(describe('rds!cluster-1').OwningService).toBe('rds');
  expect(() => put('v3')).toThrowError(
    refusal(
      'InvalidRequestException',
      'This secret is managed by an AWS service, and you must use that service to update it.',
    ),
  );
});
