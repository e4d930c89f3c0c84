import { expect, test } from 'vitest';
import { keyFault } from './key-form.ts';

const ID = '1234abcd-12ab-34cd-56ef-1234567890ab';

test.each([
  ['', undefined],
  ['alias/payments', undefined],
  ['alias/aws/secretsmanager', undefined],
  [ID, undefined],
  [`mrk-${ID.replaceAll('-', '')}`, undefined],
  [`arn:aws:kms:eu-west-1:441200879921:key/${ID}`, undefined],
  [`arn:aws:kms:us-east-1:441200879921:key/${ID}`, 'A key of us-east-1: a replica needs one of eu-west-1'],
  ['payments key', 'Not an id, alias or ARN of a KMS key'],
  ['alias/', 'Not an id, alias or ARN of a KMS key'],
  ['arn:aws:iam::441200879921:role/x', 'Not an id, alias or ARN of a KMS key'],
])('the key %j for eu-west-1: %s', (key, fault) => {
  expect(keyFault(key, 'eu-west-1')).toBe(fault);
});
