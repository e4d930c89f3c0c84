import { describe, expect, test } from 'vitest';
import { createQuotas } from './quotas.ts';
import { rateOf } from './rates.ts';

const lookup = { account: '1', region: 'us-east-1', service: 'cloudtrail', operation: 'LookupEvents' };
const secrets = (operation: string) => ({ ...lookup, service: 'secretsmanager', operation });

function atTimes() {
  const time = { now: 0 };
  return { time, quotas: createQuotas(() => time.now) };
}

test('two lookups at once and two a second, no more', () => {
  const { time, quotas } = atTimes();
  const tries = (count: number) => Array.from({ length: count }, () => quotas.take(lookup));
  expect(tries(3)).toEqual([true, true, false]);
  time.now = 500;
  expect(tries(2)).toEqual([true, false]);
  time.now = 60_000;
  expect(tries(3)).toEqual([true, true, false]);
});

test('operations of one group share it; accounts, regions and other groups have their own', () => {
  const { quotas } = atTimes();
  for (let at = 0; at < 25; at++) {
    expect(quotas.take(secrets('PutSecretValue'))).toBe(true);
    expect(quotas.take(secrets('UpdateSecretVersionStage'))).toBe(true);
  }
  expect(quotas.take(secrets('UpdateSecret'))).toBe(false);
  expect(quotas.take(secrets('TagResource'))).toBe(true);
  expect(quotas.take({ ...secrets('UpdateSecret'), region: 'eu-west-1' })).toBe(true);
  expect(quotas.take({ ...secrets('UpdateSecret'), account: '2' })).toBe(true);
});

describe('rates', () => {
  test.each([
    ['secretsmanager', 'DescribeSecret', 'us-east-1', 40_000],
    ['secretsmanager', 'GetSecretValue', 'us-east-1', 10_000],
    ['secretsmanager', 'ListSecrets', 'us-east-1', 100],
    ['secretsmanager', 'CancelRotateSecret', 'us-east-1', 50],
    ['cloudtrail', 'LookupEvents', 'us-east-1', 2],
    ['logs', 'FilterLogEvents', 'us-east-1', 25],
    ['logs', 'FilterLogEvents', 'eu-central-1', 5],
    ['logs', 'FilterLogEvents', 'us-west-2', 10],
    ['logs', 'GetLogEvents', 'us-west-2', 10],
    ['logs', 'GetLogEvents', 'eu-west-3', 30],
    ['logs', 'constructor', 'us-east-1', 10_000],
    ['kms', 'DescribeKey', 'us-east-1', 10_000],
  ])('%s %s in %s: %i', (service, operation, region, perSecond) => {
    expect(rateOf(service, operation, region).perSecond).toBe(perSecond);
  });
});
