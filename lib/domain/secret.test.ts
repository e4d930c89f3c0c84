import { expect, test } from 'vitest';
import { accountNumber } from './account-number.ts';
import { isReplica, ownerOf } from './secret.ts';

// tags, owner
test.each<[Record<string, string>, string | undefined]>([
  [{}, undefined],
  [{ owner: 'payments' }, 'payments'],
  [{ Owner: 'payments' }, 'payments'],
  [{ team: 'core' }, 'core'],
  [{ Team: 'core' }, 'core'],
  [{ Team: 'core', owner: 'payments' }, 'payments'],
  [{ OWNER: 'payments' }, undefined],
])('tags %j say the owner is %s', (tags, owner) => {
  expect(ownerOf({ tags })).toBe(owner);
});

// region, primary region, replica
test.each([
  ['us-east-1', undefined, false],
  ['us-east-1', 'us-east-1', false],
  ['eu-west-1', 'us-east-1', true],
])('in %s with the primary in %s: a replica is %s', (region, primaryRegion, is) => {
  expect(isReplica({ region, ...(primaryRegion ? { primaryRegion } : {}) })).toBe(is);
});

// account, as it is read out
test.each([
  ['441200879921', '4412-0087-9921'],
  ['000000000001', '0000-0000-0001'],
  ['12', '12'],
])('the account %s is read out as %s', (account, read) => {
  expect(accountNumber(account)).toBe(read);
});
