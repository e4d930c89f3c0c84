import { expect, test } from 'vitest';
import { accountIn, accountOf, accountRegion, mayHold, regionOf } from './account-region.ts';

const secret = { key: 'arn:aws:secretsmanager:us-east-1:602733145908:secret:a:b-abcdef' };

test('a region is called with its account, and taken apart again', () => {
  const name = accountRegion('602733145908', 'eu-west-1');
  expect(name).toBe('6027-3314-5908 eu-west-1');
  expect([accountOf(name), regionOf(name)]).toEqual(['6027-3314-5908', 'eu-west-1']);
  expect([accountOf('eu-west-1'), regionOf('eu-west-1')]).toEqual(['', 'eu-west-1']);
  expect(accountIn(secret.key)).toBe('602733145908');
});

test.each([
  ['eu-west-1', true],
  ['6027-3314-5908 eu-west-1', true],
  ['4412-0087-9921 eu-west-1', false],
  ['6027-3314-5908', true],
  ['4412-0087-9921', false],
])('a region called %s may hold a copy of a secret of 6027-3314-5908: %s', (name, may) => {
  expect(mayHold(name, secret)).toBe(may);
});
