import { expect, test } from 'vitest';
import { toLabelledVersions, toSecretDetail, toSecretRow, toSecretVersion } from './to-secret';

const base = { ARN: 'arn-1', Name: 'prod/db' };
const instant = new Date('2026-11-19T03:42:14.500Z');
const iso = '2026-11-19T03:42:14.500Z';
const bare = { arn: 'arn-1', name: 'prod/db', region: 'us-east-1', tags: {}, holders: {} };

test('an entry with nothing but ARN and name is a row that claims nothing else', () => {
  expect(toSecretRow(base, 'us-east-1')).toEqual({ ...bare, rotation: { enabled: false } });
});

test.each([[{}], [{ Name: 'x' }], [{ ARN: 'x' }], [{ ARN: '', Name: '' }]])('%j is no row', (entry) => {
  expect(toSecretRow(entry, 'us-east-1')).toBeUndefined();
});

test('all that AWS says of a secret is kept, a last access as the day it is', () => {
  const entry = {
    ...base,
    PrimaryRegion: 'us-east-1',
    Description: 'a',
    KmsKeyId: 'k',
    OwningService: 'rds',
    Tags: [
      { Key: 'owner', Value: 'payments' },
      { Key: 'bare' },
      { Value: 'no key' },
      { Key: '__proto__', Value: 'x' },
    ],
    SecretVersionsToStages: { v1: ['AWSPREVIOUS'], v2: ['AWSCURRENT', 'AWSPENDING'], v3: [] },
    RotationEnabled: true,
    RotationLambdaARN: 'fn',
    RotationRules: { AutomaticallyAfterDays: 30, ScheduleExpression: 'rate(30 days)', Duration: '2h' },
    CreatedDate: instant,
    LastChangedDate: instant,
    LastAccessedDate: instant,
    LastRotatedDate: instant,
    NextRotationDate: instant,
    DeletedDate: instant,
  };
  const row = toSecretRow(entry, 'us-east-1');
  expect(row).toMatchObject({
    primaryRegion: 'us-east-1',
    description: 'a',
    kmsKeyId: 'k',
    owningService: 'rds',
    holders: { AWSPREVIOUS: 'v1', AWSCURRENT: 'v2', AWSPENDING: 'v2' },
    rotation: {
      enabled: true,
      everyDays: 30,
      schedule: 'rate(30 days)',
      duration: '2h',
      functionArn: 'fn',
      last: iso,
      next: iso,
    },
    created: iso,
    changed: iso,
    lastAccessed: '2026-11-19',
    deleted: iso,
  });
  expect(Object.keys(row?.tags ?? {}).sort()).toEqual(['__proto__', 'bare', 'owner']);
  expect(JSON.parse(JSON.stringify(row)), 'survives JSON').toEqual(row);
});

test('an empty description is none', () => {
  expect(toSecretRow({ ...base, Description: '' }, 'us-east-1')).not.toHaveProperty('description');
});

test('a description of a secret adds what AWS says of its replicas', () => {
  const output = {
    ...base,
    $metadata: {},
    VersionIdsToStages: { v1: ['AWSCURRENT'] },
    ReplicationStatus: [
      { Region: 'eu-west-1', Status: 'Failed' as const, StatusMessage: 'no', LastAccessedDate: instant },
      { Region: 'us-west-2' },
      { Status: 'InSync' as const },
    ],
  };
  expect(toSecretDetail(output, 'us-east-1')).toMatchObject({
    holders: { AWSCURRENT: 'v1' },
    replicas: [
      { region: 'eu-west-1', status: 'Failed', message: 'no', lastAccessed: '2026-11-19' },
      { region: 'us-west-2', status: 'unknown' },
    ],
  });
  expect(toLabelledVersions(output)).toEqual([{ id: 'v1', labels: ['AWSCURRENT'] }]);
  expect(toLabelledVersions({ ...base, $metadata: {} })).toEqual([]);
});

test('a version says what is known of it; without an id it is none', () => {
  expect(toSecretVersion({})).toBeUndefined();
  expect(toSecretVersion({ VersionId: 'v1' })).toEqual({ id: 'v1', labels: [] });
  expect(
    toSecretVersion({
      VersionId: 'v1',
      VersionStages: ['AWSCURRENT'],
      CreatedDate: instant,
      LastAccessedDate: instant,
      KmsKeyIds: ['k'],
    }),
  ).toEqual({
    id: 'v1',
    labels: ['AWSCURRENT'],
    created: iso,
    lastAccessed: '2026-11-19',
    kmsKeyIds: ['k'],
  });
});
