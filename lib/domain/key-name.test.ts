import { expect, test } from 'vitest';
import { keyName } from './key-name.ts';

test.each([
  ['alias/prod', 'prod'],
  ['alias/aws/secretsmanager', 'aws/secretsmanager'],
  ['arn:aws:kms:us-east-1:441200879921:alias/prod', 'prod'],
  ['arn:aws:kms:us-east-1:441200879921:key/1234abcd-12ab-34cd-56ef-1234567890ab', '1234abcd…'],
  ['1234abcd-12ab-34cd-56ef-1234567890ab', '1234abcd…'],
  [
    'arn:aws:kms:us-east-1:441200879921:key/mrk-1234abcd12ab34cd56ef1234567890ab',
    'mrk-1234abcd12ab34cd56ef1234567890ab',
  ],
])('%s is called %s', (id, name) => {
  expect(keyName(id)).toBe(name);
});
