import { afterEach, expect, test, vi } from 'vitest';
import { accountRegionOf, iamRegionOf } from '@/lib/domain/global-regions';
import { endpointOf, isSandbox } from './endpoint';
import { defaultRegions } from './regions';

afterEach(() => vi.unstubAllEnvs());

// region, Secrets Manager's address, region that answers for the account, that of IAM's events, one that is read by default
test.each([
  ['us-east-1', 'https://secretsmanager.us-east-1.amazonaws.com', 'us-east-1', 'us-east-1', 'eu-west-1'],
  ['eu-west-1', 'https://secretsmanager.eu-west-1.amazonaws.com', 'us-east-1', 'us-east-1', 'us-east-1'],
  [
    'cn-north-1',
    'https://secretsmanager.cn-north-1.amazonaws.com.cn',
    'cn-northwest-1',
    'cn-north-1',
    'cn-northwest-1',
  ],
  [
    'us-gov-east-1',
    'https://secretsmanager.us-gov-east-1.amazonaws.com',
    'us-gov-west-1',
    'us-gov-west-1',
    'us-gov-west-1',
  ],
])('%s is answered at %s', (region, address, forAccount, forIam, among) => {
  vi.stubEnv('AWS_ENDPOINT_URL', '');
  expect(endpointOf('secretsmanager', region)).toBe(address);
  expect(accountRegionOf(region)).toBe(forAccount);
  expect(iamRegionOf(region)).toBe(forIam);
  expect(defaultRegions(region)).toContain(among);
});

test.each([
  ['eu-west-1', 'https://iam.amazonaws.com'],
  ['cn-northwest-1', 'https://iam.cn-north-1.amazonaws.com.cn'],
  ['us-gov-east-1', 'https://iam.us-gov.amazonaws.com'],
])('IAM of %s is answered once for its partition, at %s', (region, address) => {
  vi.stubEnv('AWS_ENDPOINT_URL', '');
  expect(endpointOf('iam', region)).toBe(address);
});

test('a configured endpoint answers for every service and region', () => {
  vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:4599');
  expect(endpointOf('sts', 'eu-west-1')).toBe('http://127.0.0.1:4599');
});

test.each([
  [
    'secretsmanager',
    'SECRETS_MANAGER',
    'https://secretsmanager-fips.{region}.amazonaws.com',
    'https://secretsmanager-fips.us-gov-west-1.amazonaws.com',
  ],
  ['logs', 'CLOUDWATCH_LOGS', 'https://logs.{region}.api.aws', 'https://logs.us-gov-west-1.api.aws'],
  [
    'kms',
    'KMS',
    'https://vpce-0a1b.kms.us-gov-west-1.vpce.amazonaws.com',
    'https://vpce-0a1b.kms.us-gov-west-1.vpce.amazonaws.com',
  ],
] as const)(
  '%s has an address of its own by AWS_ENDPOINT_URL_%s, and no other service is asked there',
  (service, name, given, address) => {
    vi.stubEnv('AWS_ENDPOINT_URL', '');
    vi.stubEnv(`AWS_ENDPOINT_URL_${name}`, given);
    expect(endpointOf(service, 'us-gov-west-1')).toBe(address);
    expect(endpointOf('sts', 'us-gov-west-1')).toBe('https://sts.us-gov-west-1.amazonaws.com');
    expect(isSandbox()).toBe(false);
  },
);

test('a sandbox answers for every service, also for one that has an address of its own', () => {
  vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:4599');
  vi.stubEnv('AWS_ENDPOINT_URL_STS', 'https://sts.us-east-1.amazonaws.com');
  expect(endpointOf('sts', 'us-east-1')).toBe('http://127.0.0.1:4599');
});

// AWS_ENDPOINT_URL, whether it is a sandbox on this machine
test.each([
  ['', false],
  ['http://127.0.0.1:4599', true],
  ['http://localhost:4599', true],
  ['http://[::1]:4599', true],
  ['https://secretsmanager.us-east-1.amazonaws.com', false],
  ['http://localhost.evil.example:4599', false],
  ['http://127.0.0.1.evil.example', false],
  ['http://evil.example/localhost', false],
  ['http://localhost@evil.example', false],
  ['no address', false],
])('%j is a sandbox: %s', (endpoint, is) => {
  vi.stubEnv('AWS_ENDPOINT_URL', endpoint);
  expect(isSandbox()).toBe(is);
});
