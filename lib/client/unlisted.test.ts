import { expect, test } from 'vitest';
import { problemOf } from '@/lib/contract/problem';
import type { InventoryState, RegionProgress } from './inventory-state';
import { unlistedOf } from './unlisted';

const region = (name: string, state: RegionProgress['state'], more: Partial<RegionProgress> = {}) => ({
  ...{ region: name, state, pages: [] },
  ...more,
});
const denied = problemOf('access-denied', { action: 'secretsmanager:ListSecrets' });
const before = { pages: [], complete: true };

// what the regions came to, and what is told of it
test.each<[string, InventoryState, readonly object[]]>([
  ['all is listed', { ended: true, regions: [region('a', 'done')] }, []],
  ['it is still being read', { ended: false, regions: [region('a', 'failed', { problem: denied })] }, []],
  [
    'one cause in two regions, another in a third, one stopped',
    {
      ended: true,
      regions: [
        region('a', 'failed', { problem: denied }),
        region('b', 'failed', { problem: problemOf('throttled') }),
        region('c', 'failed', { problem: denied }),
        region('d', 'stopped'),
        region('e', 'done'),
      ],
    },
    [
      { regions: ['a', 'c'], problem: denied },
      { regions: ['b'], problem: problemOf('throttled') },
      { regions: ['d'] },
    ],
  ],
  [
    'a region failed of which all rows of an earlier reading are there',
    { ended: true, regions: [region('a', 'failed', { problem: denied, before })] },
    [],
  ],
])('%s', (_what, state, told) => {
  expect(unlistedOf(state)).toEqual(told);
});
