import { expect, test } from 'vitest';
import { inventoryView, secretView } from './views.ts';

const scope = '441200879921.riley';

// regions as the query spells them, regions read; undefined: refused
test.each([
  ['us-east-1', ['us-east-1']],
  ['us-east-1,eu-west-1', ['us-east-1', 'eu-west-1']],
  ['', undefined],
  [',', undefined],
  ['us-east-1,', undefined],
  ['us-east-1, eu-west-1', undefined],
  ['us-east-1,evil.example', undefined],
  ['169.254.169.254', undefined],
  ['__proto__', undefined],
  [Array(41).fill('us-east-1').join(','), undefined],
  ['x'.repeat(1_025), undefined],
])('regions=%s reads %j', (regions, read) => {
  const parsed = inventoryView.query.safeParse({ scope, regions });
  expect(parsed.data?.regions).toEqual(read);
  expect(parsed.success).toBe(read !== undefined);
});

test('without regions all are read', () => {
  expect(inventoryView.query.parse({ scope })).toEqual({ scope });
});

// query of the secret view that is refused
test.each([
  [{}],
  [{ scope }],
  [{ scope, arn: 'prod/db' }],
  [{ scope, arn: 'arn:aws:secretsmanager:us-east-1:441200879921:secret:x-AbCdEf', more: '1' }],
  [{ scope: 'x', arn: 'arn:aws:secretsmanager:us-east-1:441200879921:secret:x-AbCdEf' }],
])('the secret view refuses %j', (query) => {
  expect(secretView.query.safeParse(query).success).toBe(false);
});
