import { expect, test } from 'vitest';
import { toCopy } from './to-copy';

const at = '2026-11-26T03:00:00.000Z';
const base = { ARN: 'arn-1', Name: 'prod/db', $metadata: {} };
const instant = new Date('2026-11-19T03:42:14.500Z');

test('an answer with nothing but ARN and name claims nothing else', () => {
  expect(toCopy(base, at, [])).toEqual({ holders: {}, replicas: [], protected: false, at });
});

test.each([[{}], [{ Name: 'x' }], [{ ARN: 'x' }]])('%j is no copy', (output) => {
  expect(toCopy({ ...output, $metadata: {} }, at, [])).toBeUndefined();
});

test('all that the matrix shows of a copy is kept, a last access as the day it is', () => {
  const output = {
    ...base,
    PrimaryRegion: 'us-east-1',
    KmsKeyId: 'k',
    VersionIdsToStages: { v1: ['AWSPREVIOUS'], v2: ['AWSCURRENT', 'AWSPENDING'] },
    LastAccessedDate: instant,
    LastChangedDate: instant,
    DeletedDate: instant,
    ReplicationStatus: [
      { Region: 'eu-west-1', Status: 'Failed' as const, StatusMessage: 'no key', KmsKeyId: 'other' },
      { Region: 'sa-east-1', LastAccessedDate: instant },
      { Status: 'InSync' as const },
    ],
  };
  expect(toCopy(output, at, [])).toEqual({
    holders: { AWSPREVIOUS: 'v1', AWSCURRENT: 'v2', AWSPENDING: 'v2' },
    primaryRegion: 'us-east-1',
    kmsKeyId: 'k',
    lastAccessed: '2026-11-19',
    changed: '2026-11-19T03:42:14.500Z',
    deleted: '2026-11-19T03:42:14.500Z',
    replicas: [
      { region: 'eu-west-1', status: 'Failed', message: 'no key', kmsKeyId: 'other' },
      { region: 'sa-east-1', status: 'unknown', lastAccessed: '2026-11-19' },
    ],
    protected: false,
    at,
  });
});

test.each([
  [{ Tags: [{ Key: 'keyturn:protected', Value: 'true' }] }, []],
  [{}, ['prod/*']],
])('%j with the globs %j is protected', (output, globs) => {
  expect(toCopy({ ...base, ...output }, at, globs)?.protected).toBe(true);
});
