import { expect, test } from 'vitest';
import { BadFlags, readFlags } from './flags.ts';

test('nothing said is the demo', () => {
  expect(readFlags([])).toEqual({
    port: 4599,
    world: 'demo',
    seed: 7,
    replicationMs: 1500,
    listingLagMs: 0,
    secrets: 20_000,
    resourceLookup: 'none',
    quotas: true,
  });
});

test('everything can be said', () => {
  const args = [
    '--port',
    '0',
    '--world=empty',
    '--seed',
    '20261119',
    '--replication-ms',
    '0',
    '--delivery-ms=0',
  ];
  args.push('--resource-lookup', 'arn', '--quotas', 'off', '--secrets', '500');
  args.push('--listing-lag-ms', '300000', '--regions', 'four');
  expect(readFlags(args)).toEqual({
    port: 0,
    world: 'empty',
    secrets: 500,
    seed: 20261119,
    replicationMs: 0,
    listingLagMs: 300_000,
    resourceLookup: 'arn',
    quotas: false,
    regions: 'four',
    deliveryMs: 0,
  });
});

test.each([
  ['--port', 'x'],
  ['--port', '65536'],
  ['--port', ''],
  ['--port', '-1'],
  ['--world', 'mars'],
  ['--resource-lookup', 'id'],
  ['--delivery-ms', 'soon'],
  ['--quotas', 'no'],
  ['--seed', '1.5'],
  ['--replication-ms', '1e3'],
  ['--listing-lag-ms', '-5'],
  ['--regions', 'some'],
  ['--seed'],
  ['--sed', '7'],
  ['demo'],
])('%s %s is refused in one line', (...args) => {
  expect(() => readFlags(args)).toThrow(BadFlags);
  expect(() => readFlags(args)).toThrow(/^[^\n]+$/);
});
