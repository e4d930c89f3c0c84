import { expect, test } from 'vitest';
import type { FunctionFacts } from './function-facts.ts';
import type { PreflightItem } from './function-preflight.ts';
import { type PreflightFacts, preflight } from './preflight.ts';

const ARN = 'arn:aws:lambda:us-east-1:441200879921:function:rotate';
const well: FunctionFacts = {
  ...{
    arn: ARN,
    name: 'rotate',
    region: 'us-east-1',
    account: '441200879921',
    logGroup: '/aws/lambda/rotate',
  },
  ...{ exists: true, state: 'Active', timeoutSeconds: 30, invocable: true, concurrencyAsked: true },
};
const known: PreflightFacts = {
  versions: [
    { id: 'a'.repeat(32), labels: ['AWSCURRENT', 'AWSPENDING'] },
    { id: 'b'.repeat(32), labels: ['AWSPREVIOUS'] },
  ],
  withoutFunction: false,
  functionArn: ARN,
  facts: well,
  key: { asked: 'alias/a', manager: 'CUSTOMER', state: 'Enabled' },
  keys: ['engine', 'host', 'username', 'password'],
};
const of = (items: readonly PreflightItem[], about: PreflightItem['about']) =>
  items.find((item) => item.about === about);

test('where everything holds, everything is looked at and nothing is a problem', () => {
  expect(preflight(known).map(({ about, state }) => `${about} ${state}`)).toEqual([
    'labels ok',
    'invoke ok',
    'state ok',
    'timeout ok',
    'concurrency ok',
    'key ok',
    'keys ok',
  ]);
});

// What is known instead; about what; what is said of it.
test.each<[string, Partial<PreflightFacts>, PreflightItem['about'], PreflightItem['state'], RegExp]>([
  [
    'a label left behind',
    { versions: [{ id: 'c'.repeat(32), labels: ['AWSPENDING'] }] },
    'labels',
    'problem',
    /AWSPENDING is on v cccc/,
  ],
  ['no function', { functionArn: undefined, facts: undefined }, 'function', 'problem', /No function is set/],
  ['a function not looked at', { facts: undefined }, 'function', 'unknown', /not been asked yet/],
  ['why not', { facts: undefined, noFacts: 'denied' }, 'function', 'unknown', /denied/],
  [
    'a function that is gone',
    { facts: { ...well, exists: false } },
    'function',
    'problem',
    /no function rotate/,
  ],
  ['a policy that forbids', { facts: { ...well, invocable: false } }, 'invoke', 'problem', /may not invoke/],
  ['a state', { facts: { ...well, state: 'Inactive' } }, 'state', 'problem', /is Inactive/],
  [
    'an update that failed',
    { facts: { ...well, lastUpdateStatus: 'Failed' } },
    'state',
    'problem',
    /last update failed/,
  ],
  ['a short timeout', { facts: { ...well, timeoutSeconds: 3 } }, 'timeout', 'problem', /may run 3 s/],
  [
    'no concurrency',
    { facts: { ...well, reservedConcurrency: 0 } },
    'concurrency',
    'problem',
    /No concurrency is left/,
  ],
  [
    'less than AWS advises',
    { facts: { ...well, reservedConcurrency: 9 } },
    'concurrency',
    'problem',
    /9 at a time.*AWS advises 10/,
  ],
  [
    'as much as AWS advises',
    { facts: { ...well, reservedConcurrency: 10 } },
    'concurrency',
    'ok',
    /10 at a time/,
  ],
  [
    'concurrency that was not read',
    { facts: { ...well, concurrencyAsked: false } },
    'concurrency',
    'unknown',
    /not read/,
  ],
  [
    'a key that is down',
    { key: { asked: 'alias/a', manager: 'CUSTOMER', state: 'Disabled' } },
    'key',
    'problem',
    /is Disabled/,
  ],
  ['a key that was not read', { key: undefined }, 'key', 'unknown', /kms:DescribeKey/],
  ['keys that were not read', { keys: undefined }, 'keys', 'unknown', /not read/],
  ['keys that are missing', { keys: ['host', 'username'] }, 'keys', 'problem', /no engine, password/],
])('%s', (_, more, about, state, said) => {
  const item = of(preflight({ ...known, ...more }), about);
  expect(item?.state).toBe(state);
  expect(`${item?.title} ${item?.why}`).toMatch(said);
});

test('where a service or partner rotates there is no function to look at, and no keys of a template', () => {
  const items = preflight({ ...known, withoutFunction: true, functionArn: undefined, facts: undefined });
  expect(items.map(({ about }) => about)).toEqual(['labels', 'key']);
});
