import { expect, test } from 'vitest';
import { summarise } from './region-summary.ts';

const read = (region: string) => ({ region, state: 'read', at: '2026-11-19T03:42:14Z' }) as const;
const reading = (region: string) => ({ region, state: 'reading' }) as const;
const failed = (region: string, word?: string) => ({ region, state: 'failed', word }) as const;

test.each([
  [[], 'No region read yet'],
  [[read('us-east-1')], '1 region read'],
  [[read('us-east-1'), read('eu-west-1')], '2 regions read'],
  [[read('us-east-1'), reading('eu-west-1')], 'reading 1 of 2 regions'],
  [
    [read('us-east-1'), read('us-west-2'), failed('ap-southeast-2', 'access denied')],
    'ap-southeast-2 access denied, 2 of 3 regions read',
  ],
  [
    [failed('eu-west-1'), failed('ap-southeast-2', 'access denied'), reading('us-east-1')],
    'eu-west-1 not read, 1 more not read, reading 1 of 3 regions',
  ],
])('%j', (regions, line) => {
  expect(summarise(regions)).toBe(line);
});
