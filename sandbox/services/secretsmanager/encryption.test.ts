import { beforeEach, describe, expect, test } from 'vitest';
import type { AwsError, Json } from '../../operation.ts';
import { type Bench, createBench, everything, makeKey, userWith } from '../kms/fake-call.ts';

// In one file, though long: all of it runs in one world, by the helpers below.

// Longer than most: a table of one subject, what a key does to a secret, over one bench that every part needs.
const MINUTE = 60_000;
const token = (name: string) => name.padEnd(32, '-');
const id = { SecretId: 'prod/db' };

let bench: Bench;
let key: string;
beforeEach(() => {
  bench = createBench();
  key = makeKey(bench, 'alias/payments');
  bench.heard();
});

const run = (operation: string, input: Json, region?: string) =>
  bench.run('secretsmanager', operation, input, region);
const kms = (operation: string, KeyId: string, region?: string) =>
  bench.run('kms', operation, { KeyId }, region);
const create = (extra: Json = {}) =>
  String(
    run('CreateSecret', { Name: 'prod/db', ClientRequestToken: token('v1'), SecretString: 'one', ...extra })
      .ARN,
  );
const put = (name: string) =>
  run('PutSecretValue', { ...id, ClientRequestToken: token(name), SecretString: name });
const get = (extra: Json = {}, region?: string) => run('GetSecretValue', { ...id, ...extra }, region);
const heard = () =>
  bench.heard().map(({ operation, requestParameters, failure }) => {
    const { SecretVersionId } = requestParameters.encryptionContext as { SecretVersionId: string };
    return `${operation} ${SecretVersionId.replaceAll(/-+$/g, '')}${failure ? ` ${failure.code}` : ''}`;
  });
const refusalOf = (act: () => unknown): string => {
  try {
    act();
  } catch (cause) {
    const { code, message } = cause as AwsError;
    return `${code}: ${message}`;
  }
  return 'none';
};
const status = () => {
  bench.now = new Date(bench.now.getTime() + MINUTE);
  return (run('DescribeSecret', id).ReplicationStatus as Json[])[0];
};
const without = (...actions: string[]) =>
  userWith(everything, { Effect: 'Deny', Action: actions, Resource: 'arn:aws:kms:*:*:key/*' });

describe('what KMS hears', () => {
  test('of the default key', () => {
    const arn = create();
    const [first] = bench.heard();
    expect(first).toMatchObject({
      service: 'kms',
      by: 'secretsmanager',
      operation: 'GenerateDataKey',
      readOnly: true,
      requestParameters: {
        keyId: 'alias/aws/secretsmanager',
        keySpec: 'AES_256',
        encryptionContext: { SecretARN: arn, SecretVersionId: token('v1') },
      },
      resources: [{ account: '441200879921', type: 'AWS::KMS::Key' }],
    });
    expect(first).not.toHaveProperty('failure');
  });

  test('of a chosen key: it is tried out, then used', () => {
    create({ KmsKeyId: 'alias/payments' });
    const trial = 'RequestToValidateKeyAccess';
    expect(heard()).toEqual([`GenerateDataKey ${trial}`, `Decrypt ${trial}`, 'GenerateDataKey v1']);
    get();
    expect(heard()).toEqual(['Decrypt v1']);
    put('v2');
    expect(heard()).toEqual(['GenerateDataKey v2']);
    put('v2');
    expect(heard()).toEqual(['Decrypt v2']);
  });

  test('of a changed key: the labelled versions are decrypted with the old and encrypted with the new', () => {
    create();
    put('v2');
    put('v3');
    bench.heard();
    run('UpdateSecret', { ...id, ClientRequestToken: token('u'), KmsKeyId: key });
    expect(heard().slice(2)).toEqual(['Decrypt v2', 'Encrypt v2', 'Decrypt v3', 'Encrypt v3']);
  });
});

describe('the KmsKeyId a secret keeps', () => {
  test.each([
    ['alias/payments', 'alias/payments'],
    ['alias/aws/secretsmanager', undefined],
    ['', undefined],
  ])('of %s is %s', (given, kept) => {
    create({ KmsKeyId: given });
    expect(run('DescribeSecret', id).KmsKeyId).toBe(kept);
  });

  test.each([
    ['alias/none', 'Alias arn:aws:kms:us-east-1:441200879921:alias/none is not found.'],
    ['payments', "Invalid keyId 'payments'"],
    ['arn:aws:kms:eu-west-1:441200879921:key/00000000-0000-4000-8000-000000000000', 'Invalid arn eu-west-1'],
  ])('of %s is refused', (KmsKeyId, sentence) => {
    const refusal = `InvalidParameterException: The operation failed because of an invalid KMS key: ${sentence}`;
    expect(refusalOf(() => create({ KmsKeyId }))).toBe(refusal);
    expect(refusalOf(() => run('DescribeSecret', id))).toMatch(/^ResourceNotFound/);
    create();
    expect(refusalOf(() => run('UpdateSecret', { ...id, ClientRequestToken: token('u'), KmsKeyId }))).toBe(
      refusal,
    );
  });

  test('of an asymmetric key is refused', () => {
    const KmsKeyId = makeKey(bench, undefined, { KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' });
    expect(refusalOf(() => create({ KmsKeyId }))).toBe(
      'InvalidParameterException: Cannot generate a data key with an asymmetric KMS key',
    );
  });
});

describe('a key that does not work', () => {
  beforeEach(() => {
    create({ KmsKeyId: 'alias/payments' });
    bench.heard();
  });

  test.each([
    ['DisableKey', 'DisabledException'],
    ['ScheduleKeyDeletion', 'KMSInvalidStateException'],
  ])('after %s nothing is read or written, and KMS says why', (operation, code) => {
    kms(operation, key);
    expect(refusalOf(() => get())).toMatch(/^DecryptionFailure: /);
    expect(refusalOf(() => put('v2'))).toMatch(/^EncryptionFailure: /);
    expect(refusalOf(() => put('v1'))).toMatch(/^DecryptionFailure: /);
    expect(heard()).toEqual([`Decrypt v1 ${code}`, `GenerateDataKey v2 ${code}`, `Decrypt v1 ${code}`]);
    expect(run('DescribeSecret', id).VersionIdsToStages).toEqual({ [token('v1')]: ['AWSCURRENT'] });
    expect(run('DescribeSecret', id)).not.toHaveProperty('LastAccessedDate');
  });

  test('once it is deleted the value is lost', () => {
    kms('ScheduleKeyDeletion', key);
    bench.now = new Date(bench.now.getTime() + 31 * 24 * 60 * MINUTE);
    expect(refusalOf(() => get())).toMatch(/^DecryptionFailure: /);
    expect(refusalOf(() => put('v2'))).toMatch(/^EncryptionFailure: /);
  });

  test('a caller without rights on it is told that, whatever its state', () => {
    kms('DisableKey', key);
    const refusal = 'AccessDeniedException: Access to KMS is not allowed';
    bench.principal = without('kms:Decrypt');
    expect(refusalOf(() => get())).toBe(refusal);
    bench.principal = without('kms:GenerateDataKey');
    expect(refusalOf(() => put('v2'))).toBe(refusal);
    expect(heard()).toEqual(['Decrypt v1 AccessDeniedException', 'GenerateDataKey v2 AccessDeniedException']);
  });
});

describe('the policy of the key', () => {
  const secretsOnly = { Effect: 'Allow', Action: 'secretsmanager:*', Resource: '*' } as const;
  const policyFor = (principal: string) =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: principal }, Action: 'kms:*', Resource: '*' }],
    });
  const letIn = (principal: string) =>
    bench.run('kms', 'PutKeyPolicy', {
      KeyId: key,
      Policy: policyFor(principal),
      BypassPolicyLockoutSafetyCheck: true,
    });

  test('lets everybody of the account use the default key through Secrets Manager, unless denied', () => {
    bench.principal = userWith(secretsOnly);
    create();
    expect(get().SecretString).toBe('one');
    bench.principal = userWith(secretsOnly, { Effect: 'Deny', Action: 'kms:Decrypt', Resource: '*' });
    expect(refusalOf(() => get())).toBe('AccessDeniedException: Access to KMS is not allowed');
  });

  test('leaves it to IAM at first, or names its users itself', () => {
    create({ KmsKeyId: key });
    bench.principal = userWith(secretsOnly);
    expect(refusalOf(() => get())).toContain('Access to KMS');
    bench.principal = userWith(everything);
    letIn('arn:aws:iam::441200879921:user/tess');
    bench.principal = userWith(secretsOnly);
    expect(get().SecretString).toBe('one');
  });

  test('shuts out an administrator it does not name', () => {
    create({ KmsKeyId: key });
    letIn('arn:aws:iam::441200879921:user/other');
    expect(refusalOf(() => get())).toContain('Access to KMS');
    expect(refusalOf(() => put('v2'))).toContain('Access to KMS');
  });
});

test('rights can be bound to Secrets Manager and to one secret', () => {
  const arn = create({ KmsKeyId: key });
  const reader = (through: string, secret: string) =>
    userWith(
      { Effect: 'Allow', Action: 'secretsmanager:*', Resource: '*' },
      {
        Effect: 'Allow',
        Action: 'kms:Decrypt',
        Resource: key,
        Condition: {
          StringEquals: { 'kms:ViaService': through, 'kms:EncryptionContext:SecretARN': secret },
        },
      },
    );
  bench.principal = reader('secretsmanager.us-east-1.amazonaws.com', arn);
  expect(get().SecretString).toBe('one');
  bench.principal = reader('s3.us-east-1.amazonaws.com', arn);
  expect(refusalOf(() => get())).toContain('Access to KMS');
  bench.principal = reader('secretsmanager.us-east-1.amazonaws.com', `${arn}x`);
  expect(refusalOf(() => get())).toContain('Access to KMS');
});

test('after a change of key the labelled versions open with either key, later ones with the new alone', () => {
  const next = makeKey(bench);
  create({ KmsKeyId: key });
  run('UpdateSecret', { ...id, ClientRequestToken: token('u'), KmsKeyId: next });
  const keysOf = () =>
    (run('ListSecretVersionIds', id).Versions as { KmsKeyIds: string[] }[]).map(({ KmsKeyIds }) => KmsKeyIds);
  expect(keysOf()).toEqual([[next, key]]);
  kms('DisableKey', next);
  expect(get().SecretString).toBe('one');
  kms('EnableKey', next);
  put('v2');
  expect(keysOf()).toEqual([[next, key], [next]]);
  kms('DisableKey', next);
  expect(refusalOf(() => get())).toMatch(/^DecryptionFailure/);
});

test('a caller who cannot decrypt with the old key changes the key, not the versions', () => {
  create({ KmsKeyId: key });
  const next = makeKey(bench);
  bench.principal = userWith(everything, { Effect: 'Deny', Action: 'kms:Decrypt', Resource: key });
  run('UpdateSecret', { ...id, ClientRequestToken: token('u'), KmsKeyId: next });
  expect(run('DescribeSecret', id).KmsKeyId).toBe(next);
  expect(run('ListSecretVersionIds', id).Versions).toMatchObject([{ KmsKeyIds: [key] }]);
});

describe('replicas', () => {
  const to = (KmsKeyId?: string) => [{ Region: 'eu-west-1', ...(KmsKeyId ? { KmsKeyId } : {}) }];
  const NO_KEY = { Status: 'Failed', StatusMessage: 'The KMS key is disabled or not found' };
  const NO_RIGHTS = {
    Status: 'Failed',
    StatusMessage: 'No permissions available on the KMS key to complete the replication',
  };

  test('are encrypted with a key of their own region', () => {
    const theirs = makeKey(bench, 'alias/eu', {}, 'eu-west-1');
    create({ AddReplicaRegions: to('alias/eu') });
    expect(status()).toMatchObject({ Status: 'InSync', KmsKeyId: 'alias/eu' });
    expect(run('ListSecretVersionIds', id, 'eu-west-1').Versions).toMatchObject([{ KmsKeyIds: [theirs] }]);
    kms('DisableKey', theirs, 'eu-west-1');
    expect(refusalOf(() => get({}, 'eu-west-1'))).toMatch(/^DecryptionFailure/);
    expect(get().SecretString).toBe('one');
  });

  test.each([
    ['a missing key', () => undefined, NO_KEY],
    [
      'a disabled key',
      () => kms('DisableKey', makeKey(bench, 'alias/eu', {}, 'eu-west-1'), 'eu-west-1'),
      NO_KEY,
    ],
    [
      'no right to encrypt there',
      () => {
        makeKey(bench, 'alias/eu', {}, 'eu-west-1');
        bench.principal = without('kms:Encrypt');
      },
      NO_RIGHTS,
    ],
    [
      'no right to decrypt here',
      () => {
        makeKey(bench, 'alias/eu', {}, 'eu-west-1');
        bench.principal = without('kms:Decrypt');
      },
      NO_RIGHTS,
    ],
  ])('fail for %s, and are not made', (_, prepare, outcome) => {
    create();
    prepare();
    run('ReplicateSecretToRegions', { ...id, AddReplicaRegions: to('alias/eu') });
    expect(status()).toMatchObject(outcome);
    expect(refusalOf(() => run('DescribeSecret', id, 'eu-west-1'))).toMatch(/^ResourceNotFound/);
  });

  test('stop following while their key is disabled, and follow again', () => {
    const theirs = makeKey(bench, 'alias/eu', {}, 'eu-west-1');
    create({ AddReplicaRegions: to('alias/eu') });
    expect(status()).toMatchObject({ Status: 'InSync' });
    kms('DisableKey', theirs, 'eu-west-1');
    put('v2');
    expect(status()).toMatchObject(NO_KEY);
    kms('EnableKey', theirs, 'eu-west-1');
    expect(get({}, 'eu-west-1').SecretString).toBe('one');
    put('v3');
    expect(status()).toMatchObject({ Status: 'InSync' });
    expect(get({}, 'eu-west-1').SecretString).toBe('v3');
  });

  test('take another key when they are asked for again, and keep it when they are promoted', () => {
    const theirs = makeKey(bench, undefined, {}, 'eu-west-1');
    create({ AddReplicaRegions: to() });
    status();
    run('ReplicateSecretToRegions', { ...id, AddReplicaRegions: to(theirs) });
    run('StopReplicationToReplica', id, 'eu-west-1');
    expect(run('ListSecretVersionIds', id, 'eu-west-1').Versions).toMatchObject([{ KmsKeyIds: [theirs] }]);
    expect(get({}, 'eu-west-1').SecretString).toBe('one');
  });
});
