import { expect, test } from 'vitest';
import { monthlyCost } from './cost.ts';

test.each([
  [0, false, 0.4],
  [3, false, 1.6],
  [3, true, 0],
])('with %i replicas, scheduled for deletion: %s, it costs %d a month', (replicas, deleted, total) => {
  expect(monthlyCost(replicas, deleted).total).toBeCloseTo(total);
});
