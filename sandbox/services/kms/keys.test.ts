import { beforeEach, describe, expect, test } from 'vitest';
import type { AwsError, Json } from '../../operation.ts';
import { type Bench, createBench, everything, makeKey, userWith } from './fake-call.ts';

const HOME = 'arn:aws:kms:us-east-1:441200879921';
const DAY = 24 * 60 * 60 * 1000;

let bench: Bench;
let arn: string;
let id: string;
beforeEach(() => {
  bench = createBench();
  arn = makeKey(bench, 'alias/payments');
  id = arn.slice(arn.indexOf('/') + 1);
});

const kms = (operation: string, input: Json, region?: string) => bench.run('kms', operation, input, region);
const describeKey = (KeyId: string, region?: string) =>
  kms('DescribeKey', { KeyId }, region).KeyMetadata as { Arn: string; KeyState: string; KeyManager: string };
const refusalOf = (run: () => unknown): string => {
  try {
    run();
  } catch (cause) {
    const { code, message } = cause as AwsError;
    return `${code}: ${message}`;
  }
  return 'none';
};

test('a new key is shown in full', () => {
  expect(kms('DescribeKey', { KeyId: id }).KeyMetadata).toEqual({
    AWSAccountId: '441200879921',
    KeyId: id,
    Arn: `${HOME}:key/${id}`,
    CreationDate: bench.now.getTime() / 1000,
    Enabled: true,
    Description: '',
    KeyUsage: 'ENCRYPT_DECRYPT',
    KeyState: 'Enabled',
    Origin: 'AWS_KMS',
    KeyManager: 'CUSTOMER',
    CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
    KeySpec: 'SYMMETRIC_DEFAULT',
    EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
    MultiRegion: false,
  });
});

describe('the forms of a KeyId', () => {
  test('a key id, its ARN, an alias and its ARN name the same key', () => {
    for (const form of [id, arn, 'alias/payments', `${HOME}:alias/payments`]) {
      expect(describeKey(form).Arn, form).toBe(arn);
    }
  });

  const GONE = '00000000-0000-4000-8000-000000000000';
  test.each([
    [GONE, `NotFoundException: Key '${HOME}:key/${GONE}' does not exist`],
    [`${HOME}:key/${GONE}`, `NotFoundException: Key '${HOME}:key/${GONE}' does not exist`],
    ['payments', "NotFoundException: Invalid keyId 'payments'"],
    ['mrk-fake-key-id', "NotFoundException: Invalid keyId 'mrk-fake-key-id'"],
    ['alias/none', `NotFoundException: Alias ${HOME}:alias/none is not found.`],
    [`${HOME.replace('us-east-1', 'eu-west-1')}:key/${GONE}`, 'NotFoundException: Invalid arn eu-west-1'],
    [
      `arn:aws:kms:us-east-1:208814530767:key/${GONE}`,
      'AccessDeniedException: User: arn:aws:iam::441200879921:user/tess is not authorized to perform: kms:DescribeKey on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access',
    ],
  ])('%s names none', (form, refusal) => {
    expect(refusalOf(() => describeKey(form))).toBe(refusal);
  });

  test('a key of one region is unknown in another', () => {
    expect(refusalOf(() => describeKey(id, 'eu-west-1'))).toContain('does not exist');
  });

  test("AWS's own alias makes its key when it is first asked for", () => {
    const before = kms('ListAliases', {}).Aliases as { AliasName: string; TargetKeyId?: string }[];
    expect(before.find(({ AliasName }) => AliasName === 'alias/aws/secretsmanager')).not.toHaveProperty(
      'TargetKeyId',
    );
    const made = describeKey('alias/aws/secretsmanager');
    expect(made.KeyManager).toBe('AWS');
    expect(describeKey('alias/aws/secretsmanager').Arn).toBe(made.Arn);
    expect(refusalOf(() => kms('DisableKey', { KeyId: made.Arn }))).toMatch(/^AccessDeniedException/);
  });
});

describe('states', () => {
  const into: Record<string, () => unknown> = {
    Enabled: () => undefined,
    Disabled: () => kms('DisableKey', { KeyId: id }),
    PendingDeletion: () => kms('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays: 7 }),
  };
  test.each([
    ['Enabled', 'EnableKey', 'Enabled'],
    ['Enabled', 'DisableKey', 'Disabled'],
    ['Enabled', 'ScheduleKeyDeletion', 'PendingDeletion'],
    ['Enabled', 'CancelKeyDeletion', 'is not pending deletion.'],
    ['Disabled', 'EnableKey', 'Enabled'],
    ['Disabled', 'DisableKey', 'Disabled'],
    ['Disabled', 'ScheduleKeyDeletion', 'PendingDeletion'],
    ['Disabled', 'CancelKeyDeletion', 'is not pending deletion.'],
    ['PendingDeletion', 'EnableKey', 'is pending deletion.'],
    ['PendingDeletion', 'DisableKey', 'is pending deletion.'],
    ['PendingDeletion', 'ScheduleKeyDeletion', 'is pending deletion.'],
    ['PendingDeletion', 'CancelKeyDeletion', 'Disabled'],
  ])('%s, then %s: %s', (state, operation, outcome) => {
    into[state]?.();
    if (outcome.startsWith('is ')) {
      const refusal = `KMSInvalidStateException: ${arn} ${outcome}`;
      expect(refusalOf(() => kms(operation, { KeyId: id }))).toBe(refusal);
      expect(describeKey(id).KeyState).toBe(state);
    } else {
      kms(operation, { KeyId: id });
      expect(describeKey(id).KeyState).toBe(outcome);
    }
  });

  test('a key and its aliases go when the window ends, not when the deletion was cancelled', () => {
    kms('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays: 7 });
    kms('CancelKeyDeletion', { KeyId: id });
    bench.now = new Date(bench.now.getTime() + DAY);
    const { DeletionDate } = kms('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays: 7 });
    expect(DeletionDate).toBe(bench.now.getTime() / 1000 + 7 * 24 * 60 * 60);
    bench.now = new Date(bench.now.getTime() + 7 * DAY - 1);
    expect(describeKey('alias/payments').KeyState).toBe('PendingDeletion');
    bench.now = new Date(bench.now.getTime() + 1);
    expect(refusalOf(() => describeKey(id))).toBe(`NotFoundException: Key '${arn}' does not exist`);
    expect(refusalOf(() => describeKey('alias/payments'))).toContain('is not found.');
  });

  test.each([6, 31])('a window of %i days is refused', (PendingWindowInDays) => {
    const run = () => kms('ScheduleKeyDeletion', { KeyId: id, PendingWindowInDays });
    expect(refusalOf(run)).toMatch(/^ValidationException/);
  });
});

describe('aliases', () => {
  test('move to another key and go', () => {
    const other = makeKey(bench);
    kms('UpdateAlias', { AliasName: 'alias/payments', TargetKeyId: other });
    expect(describeKey('alias/payments').Arn).toBe(other);
    kms('DeleteAlias', { AliasName: 'alias/payments' });
    expect(refusalOf(() => kms('DeleteAlias', { AliasName: 'alias/payments' }))).toContain('is not found.');
  });

  test('are listed by key, and page by page without loss', () => {
    for (const name of ['a', 'b', 'c']) makeKey(bench, `alias/${name}`);
    const found: string[] = [];
    let Marker: unknown;
    do {
      const page = kms('ListAliases', { Limit: 2, ...(Marker ? { Marker } : {}) });
      found.push(...(page.Aliases as { AliasName: string }[]).map(({ AliasName }) => AliasName));
      expect(page.Truncated).toBe(page.NextMarker !== undefined);
      Marker = page.NextMarker;
    } while (Marker);
    expect(found).toEqual(['alias/a', 'alias/aws/secretsmanager', 'alias/b', 'alias/c', 'alias/payments']);
    expect(kms('ListAliases', { KeyId: id }).Aliases).toMatchObject([{ AliasName: 'alias/payments' }]);
    expect(refusalOf(() => kms('ListKeys', { Marker: 'x' }))).toMatch(/^InvalidMarkerException/);
  });

  test.each([
    ['alias/payments', 'AlreadyExistsException'],
    ['alias/aws/mine', 'NotAuthorizedException'],
    ['payments', 'ValidationException: Invalid identifier'],
    ['alias/a b', 'ValidationException: 1 validation error detected'],
  ])('%s cannot be made', (AliasName, refusal) => {
    expect(refusalOf(() => kms('CreateAlias', { AliasName, TargetKeyId: id }))).toContain(refusal);
  });
});

describe('policies', () => {
  test('the first is the default one, and another can be put', () => {
    const { Policy } = kms('GetKeyPolicy', { KeyId: id });
    expect(JSON.parse(String(Policy)).Statement[0].Principal).toEqual({
      AWS: 'arn:aws:iam::441200879921:root',
    });
    const next = String(Policy).replace('Enable IAM User Permissions', 'all');
    kms('PutKeyPolicy', { KeyId: id, Policy: next });
    expect(kms('GetKeyPolicy', { KeyId: id, PolicyName: 'default' }).Policy).toBe(next);
  });

  test('one that locks its author out is refused, unless they insist', () => {
    const other = 'arn:aws:iam::441200879921:user/other';
    const statement = { Effect: 'Allow', Principal: { AWS: other }, Action: 'kms:*', Resource: '*' };
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
    const refusal =
      'MalformedPolicyDocumentException: The new key policy will not allow you to update the key policy in the future.';
    expect(refusalOf(() => kms('PutKeyPolicy', { KeyId: id, Policy }))).toBe(refusal);
    expect(refusalOf(() => kms('CreateKey', { Policy }))).toBe(refusal);
    expect(kms('ListKeys', {}).Keys).toHaveLength(1);
    kms('PutKeyPolicy', { KeyId: id, Policy, BypassPolicyLockoutSafetyCheck: true });
    // The account's administrators are not the key's: without its policy's word they can do nothing.
    expect(refusalOf(() => kms('GetKeyPolicy', { KeyId: id }))).toMatch(/^AccessDeniedException/);
  });

  test('what is no policy is refused', () => {
    const run = () => kms('PutKeyPolicy', { KeyId: id, Policy: 'no' });
    expect(refusalOf(run)).toMatch(/^MalformedPolicyDocumentException/);
  });
});

test('asymmetric keys need a usage, and one they can have', () => {
  expect(refusalOf(() => kms('CreateKey', { KeySpec: 'RSA_2048' }))).toBe(
    'ValidationException: You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.',
  );
  expect(refusalOf(() => kms('CreateKey', { KeySpec: 'HMAC_256', KeyUsage: 'SIGN_VERIFY' }))).toMatch(
    /^ValidationException/,
  );
});

test('IAM is asked about each operation', () => {
  const describeOnly = { Effect: 'Allow', Action: 'kms:DescribeKey', Resource: arn } as const;
  bench.principal = userWith(describeOnly);
  expect(describeKey(id).Arn).toBe(arn);
  expect(refusalOf(() => kms('DisableKey', { KeyId: id }))).toContain('kms:DisableKey');
  expect(refusalOf(() => kms('ListKeys', {}))).toContain('kms:ListKeys');
  bench.principal = userWith(everything);
  expect(describeKey(id).KeyState).toBe('Enabled');
});
