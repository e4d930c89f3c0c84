import { afterEach, expect, test, vi } from 'vitest';
import { accountName, configuredRegions, ownOrigin, protectedGlobs, scanLimit } from './config';

afterEach(() => vi.unstubAllEnvs());

// NEXTAUTH_URL, origin
test.each([
  ['http://localhost:3000', 'http://localhost:3000'],
  ['https://keyturn.example/console', 'https://keyturn.example'],
  ['https://keyturn.example:443', 'https://keyturn.example'],
])('the console at %s has the origin %s', (url, origin) => {
  vi.stubEnv('NEXTAUTH_URL', url);
  expect(ownOrigin()).toBe(origin);
});

test('names are protected by default, by configuration, or not at all', () => {
  expect(protectedGlobs('441200879921')).toContain('prod/*');
  vi.stubEnv('KEYTURN_PROTECTED', 'live/*, core');
  expect(protectedGlobs('441200879921')).toEqual(['live/*', 'core']);
  vi.stubEnv('KEYTURN_PROTECTED', '');
  expect(protectedGlobs('441200879921')).toEqual([]);
});

test.each([
  ['', false],
  ['602733145908', false],
  ['602733145908, 441200879921', true],
  ['4412*', true],
  ['*', true],
  ['prod', false],
])('with the protected accounts %j, 441200879921 is protected as a whole: %s', (accounts, whole) => {
  vi.stubEnv('KEYTURN_PROTECTED_ACCOUNTS', accounts);
  vi.stubEnv('KEYTURN_PROTECTED', 'live/*');
  expect(protectedGlobs('441200879921')).toEqual([whole ? '*' : 'live/*']);
});

test.each<[string, string | undefined]>([
  ['', undefined],
  ['441200879921=payments-prod', 'payments-prod'],
  ['602733145908=data, 441200879921 = payments = prod ', 'payments = prod'],
  ['441200879921=', undefined],
  ['4412*=all', undefined],
  ['payments-prod', undefined],
])('with the names %j, 441200879921 is called %s', (names, name) => {
  vi.stubEnv('KEYTURN_ACCOUNT_NAMES', names);
  expect(accountName('441200879921')).toBe(name);
});

test('an account is protected by its name, too', () => {
  vi.stubEnv('KEYTURN_ACCOUNT_NAMES', '441200879921=payments-prod');
  vi.stubEnv('KEYTURN_PROTECTED_ACCOUNTS', '*-prod');
  expect(protectedGlobs('441200879921')).toEqual(['*']);
  expect(protectedGlobs('602733145908')).not.toEqual(['*']);
});

test('what configuration calls a region without the form of one is not asked', () => {
  vi.stubEnv('KEYTURN_REGIONS', 'us-east-1, evil.example ,eu-west-1,,LOCALHOST');
  expect(configuredRegions()).toEqual(['us-east-1', 'eu-west-1']);
});

test('a query may scan a gibibyte without asking, or what configuration says', () => {
  expect(scanLimit()).toBe(2 ** 30);
  vi.stubEnv('KEYTURN_SCAN_LIMIT_BYTES', '0');
  expect(scanLimit()).toBe(0);
  vi.stubEnv('KEYTURN_SCAN_LIMIT_BYTES', 'plenty');
  expect(scanLimit()).toBe(2 ** 30);
});
