import { describe, expect, test } from 'vitest';
import { arnField, labelField, regionField, scopeField, versionIdField } from './fields.ts';

const takes = (form: { safeParse(text: unknown): { success: boolean } }, text: unknown) =>
  form.safeParse(text).success;

// Texts that no field of a door may take, whatever it is for.
const hostile: readonly (readonly [string, unknown])[] = [
  ['empty', ''],
  ['a blank', ' '],
  ['a line end', '\n'],
  ['__proto__', '__proto__'],
  ['constructor', 'constructor'],
  ['a path', '../../etc/passwd'],
  ['a URL', 'https://evil.example/'],
  ['a host', 'evil.example'],
  ['an address', '169.254.169.254'],
  ['NUL', '\0'],
  ['a lone surrogate', '\ud800'],
  ['markup', '<script>alert(1)</script>'],
  ['percent code', '%2e%2e%2f'],
  ['a number', 42],
  ['null', null],
  ['a list', ['us-east-1']],
  ['an object', { toString: 'us-east-1' }],
];

describe.each([
  ['scope', scopeField],
  ['region', regionField],
  ['ARN', arnField],
  ['version id', versionIdField],
])('a %s', (_name, form) => {
  test.each(hostile)('is not %s', (_what, text) => {
    expect(takes(form, text)).toBe(false);
  });
});

// scope, taken
test.each([
  ['441200879921.riley', true],
  ['441200879921.root', true],
  ['441200879921.Operator+x=1,2.3@corp_-', true],
  [`441200879921.${'x'.repeat(64)}`, true],
  [`441200879921.${'x'.repeat(65)}`, false],
  ['44120087992.riley', false],
  ['4412008799211.riley', false],
  ['441200879921', false],
  ['441200879921.', false],
  ['441200879921.a/b', false],
  ['441200879921.a%2fb', false],
  ['441200879921.riley\n', false],
  ['441200879921.rïley', false],
  [' 441200879921.riley', false],
])('the scope %j is taken: %s', (text, is) => {
  expect(takes(scopeField, text)).toBe(is);
});

// region, taken
test.each([
  ['us-east-1', true],
  ['us-gov-west-1', true],
  ['us-isob-east-1', true],
  ['cn-northwest-1', true],
  ['ap-southeast-12', true],
  ['us-east', false],
  ['us-east-1a', false],
  ['us-east-123', false],
  ['US-EAST-1', false],
  ['us-east-1.evil.example', false],
  ['us-east-1/', false],
  ['us-east-1@evil', false],
  ['us-east-1#', false],
  ['us-east-1\n', false],
  ['us_east_1', false],
  ['localhost', false],
  ['aa-bbbbbbbbbbbbb-1', false],
])('the region %j is taken: %s', (text, is) => {
  expect(takes(regionField, text)).toBe(is);
});

const arn = (region: string, name: string, partition = 'aws') =>
  `arn:${partition}:secretsmanager:${region}:441200879921:secret:${name}-AbCdEf`;

// ARN, taken
test.each([
  [arn('us-east-1', 'prod/db'), true],
  [arn('us-gov-west-1', 'a//b/../c/', 'aws-us-gov'), true],
  [arn('us-east-1', 'rds!cluster-1'), true],
  [arn('us-east-1', 'x'.repeat(512)), true],
  [arn('us-east-1', 'x'.repeat(2048)), false],
  // The region of an ARN becomes part of a host name, as that of a path does.
  [arn('localhost', 'x'), false],
  [arn('evil-host', 'x'), false],
  [arn('-', 'x'), false],
  [arn('us-east-1.evil.example', 'x'), false],
  [arn('us-east-1', 'x', 'evil'), false],
  [arn('us-east-1', 'a b'), false],
  [arn('us-east-1', 'a%2fb'), false],
  [arn('us-east-1', 'a<b>'), false],
  [`${arn('us-east-1', 'x')}\n`, false],
  [arn('us-east-1', 'x').slice(0, -1), false],
])('the ARN %s is taken: %s', (text, is) => {
  expect(takes(arnField, text)).toBe(is);
});

// version id, taken
test.each([
  ['7f3a91c4-0d6e-4b8a-b5f2-1c94e07ad3b6', true],
  ['x'.repeat(32), true],
  ['x'.repeat(64), true],
  ['x'.repeat(31), false],
  ['x'.repeat(65), false],
  [`${'x'.repeat(32)}\n`, false],
  [`${'x'.repeat(32)} `, false],
  [`${'x'.repeat(32)}é`, false],
])('the version id %j is taken: %s', (text, is) => {
  expect(takes(versionIdField, text)).toBe(is);
});

// label, taken: AWS documents a length and nothing else
test.each([
  ['AWSCURRENT', true],
  ['my label', true],
  ['x'.repeat(256), true],
  ['x'.repeat(257), false],
  ['', false],
  [7, false],
])('the label %j is taken: %s', (text, is) => {
  expect(takes(labelField, text)).toBe(is);
});
