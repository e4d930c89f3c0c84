import { expect, test } from 'vitest';
import { isKeyDown, kmsName, shortKey } from './kms-key.ts';

// as a secret or version names it, as KMS knows it, in few characters
test.each([
  [undefined, 'alias/aws/secretsmanager', 'aws/secretsmanager'],
  ['DefaultEncryptionKey', 'alias/aws/secretsmanager', 'aws/secretsmanager'],
  ['alias/payments', 'alias/payments', 'payments'],
  [
    'arn:aws:kms:us-east-1:441200879921:alias/team/a',
    'arn:aws:kms:us-east-1:441200879921:alias/team/a',
    'team/a',
  ],
  ['arn:aws:kms:us-east-1:441200879921:key/1f0e', 'arn:aws:kms:us-east-1:441200879921:key/1f0e', '1f0e'],
  ['1f0e', '1f0e', '1f0e'],
])('the key %s is %s, short %s', (key, known, short) => {
  expect(kmsName(key)).toBe(known);
  expect(shortKey(known)).toBe(short);
});

test.each([
  ['Enabled', false],
  ['Disabled', true],
  ['PendingDeletion', true],
  ['PendingImport', true],
  ['Unavailable', true],
  ['unknown', false],
])('a key that is %s keeps values from being read: %s', (state, down) => {
  expect(isKeyDown({ asked: 'k', manager: 'CUSTOMER', state })).toBe(down);
});
