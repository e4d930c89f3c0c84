import { beforeEach, expect, test } from 'vitest';
import { type Bench, createBench, token, wait } from './fake-call.ts';

let bench: Bench;
beforeEach(() => {
  bench = createBench();
});

const create = (extra: object = {}) =>
  bench.run('CreateSecret', {
    Name: 'prod/db',
    ClientRequestToken: token('v1'),
    SecretString: 'one',
    ...extra,
  });
const put = (name: string, extra: object = {}) =>
  bench.run('PutSecretValue', {
    SecretId: 'prod/db',
    ClientRequestToken: token(name),
    SecretString: name,
    ...extra,
  });
const stages = () => bench.run('DescribeSecret', { SecretId: 'prod/db' }).VersionIdsToStages;
const refusal = (code: string, message?: string) =>
  expect.objectContaining(message === undefined ? { code } : { code, message });

test('each value takes AWSCURRENT, and the version before keeps AWSPREVIOUS', () => {
  create();
  put('v2');
  put('v3');
  expect(stages()).toEqual({ [token('v3')]: ['AWSCURRENT'], [token('v2')]: ['AWSPREVIOUS'] });
});

test('a value put as AWSPENDING leaves clients where they are', () => {
  create();
  expect(put('v2', { VersionStages: ['AWSPENDING'] }).VersionStages).toEqual(['AWSPENDING']);
  expect(stages()).toEqual({ [token('v1')]: ['AWSCURRENT'], [token('v2')]: ['AWSPENDING'] });
});

test('AWSPENDING does not stay behind on a version that AWSCURRENT leaves for a new value', () => {
  create();
  put('v2', { VersionStages: ['AWSPENDING'] });
  bench.run('UpdateSecretVersionStage', {
    SecretId: 'prod/db',
    VersionStage: 'AWSCURRENT',
    RemoveFromVersionId: token('v1'),
    MoveToVersionId: token('v2'),
  });
  expect(stages()).toMatchObject({ [token('v2')]: ['AWSPENDING', 'AWSCURRENT'] });
  put('v3');
  expect(stages()).toEqual({ [token('v3')]: ['AWSCURRENT'], [token('v2')]: ['AWSPREVIOUS'] });
});

test('AWSPENDING put by hand on another version outlives a new value', () => {
  create();
  put('v2', { VersionStages: ['AWSPENDING'] });
  put('v3');
  expect(stages()).toMatchObject({ [token('v2')]: ['AWSPENDING'], [token('v3')]: ['AWSCURRENT'] });
});

test('the first value of an empty secret is current whatever labels it asks for', () => {
  create({ SecretString: undefined });
  expect(stages()).toBeUndefined();
  put('v1', { VersionStages: ['AWSPENDING'] });
  expect(stages()).toEqual({ [token('v1')]: ['AWSPENDING', 'AWSCURRENT'] });
});

test('a repeated call is answered as before, and changes nothing', () => {
  const first = create();
  expect(create()).toEqual(first);
  put('v2');
  wait(bench, 1000);
  const before = bench.run('DescribeSecret', { SecretId: 'prod/db' });
  expect(put('v2').VersionStages).toEqual(['AWSCURRENT']);
  expect(bench.run('DescribeSecret', { SecretId: 'prod/db' })).toEqual(before);
  expect(
    bench.run('UpdateSecret', {
      SecretId: 'prod/db',
      ClientRequestToken: token('v2'),
      SecretString: 'v2',
    }).VersionId,
  ).toBe(token('v2'));
});

test('a token that stands for another value is refused', () => {
  const arn = create().ARN;
  const message = `You can't use ClientRequestToken ${token('v1')} because that value is already in use for a version of secret ${arn}.`;
  const other = { ClientRequestToken: token('v1'), SecretString: 'other' };
  for (const attempt of [
    () => create({ SecretString: 'other' }),
    () => put('v2', other),
    () => bench.run('UpdateSecret', { SecretId: 'prod/db', ...other }),
  ]) {
    expect(attempt).toThrowError(refusal('ResourceExistsException', message));
  }
});

test('a taken name is refused to another token', () => {
  create();
  expect(() => create({ ClientRequestToken: token('other') })).toThrowError(
    refusal('ResourceExistsException', 'The operation failed because the secret prod/db already exists.'),
  );
});

test('a read names the version, and leaves only its day behind', () => {
  create();
  const read = bench.run('GetSecretValue', { SecretId: 'prod/db' });
  expect(read).toMatchObject({ VersionId: token('v1'), SecretString: 'one', VersionStages: ['AWSCURRENT'] });
  expect(read.CreatedDate).toBe(Date.parse('2026-11-19T12:00:00.500Z') / 1000);
  const day = Date.parse('2026-11-19T00:00:00Z') / 1000;
  expect(bench.run('DescribeSecret', { SecretId: 'prod/db' }).LastAccessedDate).toBe(day);
  expect(bench.run('ListSecretVersionIds', { SecretId: 'prod/db' }).Versions).toMatchObject([
    { LastAccessedDate: day, KmsKeyIds: ['DefaultEncryptionKey'] },
  ]);
});

test('reads that find nothing say what they looked for', () => {
  create();
  const get = (input: object) => () => bench.run('GetSecretValue', { SecretId: 'prod/db', ...input });
  const nothing = "Secrets Manager can't find the specified secret value for";
  expect(get({ VersionStage: 'AWSPREVIOUS' })).toThrowError(
    refusal('ResourceNotFoundException', `${nothing} staging label: AWSPREVIOUS`),
  );
  expect(get({ VersionId: token('v9') })).toThrowError(
    refusal('ResourceNotFoundException', `${nothing} VersionId: ${token('v9')}`),
  );
  put('v2');
  expect(get({ VersionId: token('v2'), VersionStage: 'AWSPREVIOUS' })).toThrowError(
    refusal(
      'InvalidRequestException',
      'You provided a VersionStage that is not associated to the provided VersionId.',
    ),
  );
});

test('bytes travel as base64', () => {
  create({ SecretString: undefined, SecretBinary: 'AAEC/w==' });
  expect(bench.run('GetSecretValue', { SecretId: 'prod/db' })).toMatchObject({ SecretBinary: 'AAEC/w==' });
});

test('above a hundred versions the oldest unlabelled ones go, but none within its first day', () => {
  create();
  for (let count = 2; count <= 100; count++) put(`v${count}`);
  expect(() => put('v101')).toThrowError(refusal('LimitExceededException'));
  wait(bench, 24 * 60 * 60 * 1000);
  put('v101');
  const all = bench.run('ListSecretVersionIds', { SecretId: 'prod/db', IncludeDeprecated: true });
  const ids = (all.Versions as { VersionId: string }[]).map((version) => version.VersionId);
  expect(ids).toHaveLength(100);
  expect(ids).not.toContain(token('v1'));
  expect(ids).toContain(token('v2'));
});

test('a new key re-encrypts what Secrets Manager labels, and nothing else', () => {
  const key = bench.run('CreateKey', {}).KeyMetadata as { Arn: string; KeyId: string };
  bench.run('CreateAlias', { AliasName: 'alias/payments', TargetKeyId: key.KeyId });
  create();
  put('v2');
  put('v3');
  bench.run('UpdateSecret', {
    SecretId: 'prod/db',
    ClientRequestToken: token('u1'),
    KmsKeyId: 'alias/payments',
  });
  const all = bench.run('ListSecretVersionIds', { SecretId: 'prod/db', IncludeDeprecated: true });
  const keys = (all.Versions as { VersionId: string; KmsKeyIds: string[] }[]).map((version) => [
    version.VersionId,
    version.KmsKeyIds,
  ]);
  expect(Object.fromEntries(keys)).toEqual({
    [token('v1')]: ['DefaultEncryptionKey'],
    [token('v2')]: [key.Arn, 'DefaultEncryptionKey'],
    [token('v3')]: [key.Arn, 'DefaultEncryptionKey'],
  });
});
