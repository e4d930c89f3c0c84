import { expect, test } from 'vitest';
import { conditionOf } from './conditions.ts';
import { contextOf } from './context.ts';

const context = contextOf({
  'aws:SourceIp': '10.1.2.3',
  'aws:CurrentTime': '2026-11-19T12:00:00Z',
  'aws:PrincipalArn': 'arn:aws:iam::441200879921:role/app/reader',
  'aws:SecureTransport': 'true',
  'aws:username': 'riley*',
  'aws:TagKeys': ['team', 'env'],
  'x:n': '5',
});

// Legend: operator, key, values, whether it holds.
test.each<[string, string, string | string[], boolean]>([
  ['StringEqualsIgnoreCase', 'aws:username', 'RILEY*', true],
  ['StringNotEqualsIgnoreCase', 'aws:username', 'RILEY*', false],
  ['StringNotLike', 'aws:username', 'ri*', false],
  ['StringEquals', 'x:n', ['4', '5'], true],
  ['StringNotEquals', 'x:none', 'a', true],
  ['StringEqualsIfExists', 'x:none', 'a', true],
  ['StringEqualsIfExists', 'x:n', 'a', false],
  ['ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/app/*', true],
  ['ArnEquals', 'aws:PrincipalArn', 'arn:*:role/app/reader', false],
  ['ArnNotLike', 'aws:PrincipalArn', 'arn:aws:iam::*:user/*', true],
  ['IpAddress', 'aws:SourceIp', '10.0.0.0/8', true],
  ['IpAddress', 'aws:SourceIp', ['192.168.0.0/16', '10.1.2.4'], false],
  ['NotIpAddress', 'aws:SourceIp', '10.1.2.3', false],
  ['IpAddress', 'aws:SourceIp', '2001:db8::/32', false],
  ['NumericLessThan', 'x:n', '10', true],
  ['NumericGreaterThanEquals', 'x:n', '5', true],
  ['NumericGreaterThan', 'x:n', '5', false],
  ['NumericEquals', 'aws:username', '5', false],
  ['DateLessThan', 'aws:CurrentTime', '2026-11-20T00:00:00Z', true],
  ['DateGreaterThan', 'aws:CurrentTime', '4102444800', false],
  ['Bool', 'aws:SecureTransport', 'TRUE', true],
  ['Bool', 'aws:SecureTransport', 'false', false],
  ['Null', 'x:none', 'true', true],
  ['Null', 'x:n', 'true', false],
  ['ForAnyValue:StringEquals', 'aws:TagKeys', 'env', true],
  ['ForAllValues:StringEquals', 'aws:TagKeys', 'env', false],
  ['ForAllValues:StringEquals', 'aws:TagKeys', ['env', 'team', 'owner'], true],
  ['ForAllValues:StringEquals', 'x:none', 'env', true],
  ['ForAnyValue:StringEquals', 'x:none', 'env', false],
  ['ForAnyValue:StringNotEquals', 'aws:TagKeys', 'env', true],
  ['StringLike', 'aws:username', `${'$'}{aws:username}`, true],
  ['StringLike', 'aws:PrincipalArn', `*${'$'}{x:none, 'reader'}`, true],
  ['StringLike', 'aws:PrincipalArn', `*${'$'}{x:none}`, false],
])('%s %s %s holds: %s', (operator, key, values, holds) => {
  expect(conditionOf({ [operator]: { [key]: values } })(context)).toBe(holds);
});

test('a value of a variable is taken literally', () => {
  const pattern = `${'$'}{aws:username}`;
  const other = contextOf({ 'aws:username': 'riley*', 'x:name': 'rileyX' });
  expect(conditionOf({ StringLike: { 'x:name': pattern } })(other)).toBe(false);
});
