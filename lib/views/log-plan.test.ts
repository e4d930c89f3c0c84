import { expect, test } from 'vitest';
import { isExpired, planFor } from './log-plan';

const NOW = Date.parse('2026-11-25T03:00:00Z');
const DAY = 86_400_000;
const group = (more: object) => ({ class: 'STANDARD', bytes: 10, at: NOW, ...more });

test.each([
  ['STANDARD', { by: 'filter' }],
  ['INFREQUENT_ACCESS', { by: 'query' }],
  ['DELIVERY', { by: 'none', because: 'elsewhere' }],
])('a group of the class %s', (kind, plan) => {
  expect(planFor(group({ class: kind }), '/aws/lambda/rotate')).toMatchObject(plan);
});

test('what is older than a group keeps is gone, by the time AWS goes by', () => {
  const plan = planFor(group({ days: 3 }), '/aws/lambda/rotate');
  expect(isExpired(plan, NOW - 3 * DAY - 1)).toBe(true);
  expect(isExpired(plan, NOW - 3 * DAY)).toBe(false);
  expect(isExpired(planFor(group({}), '/aws/lambda/rotate'), NOW - 400 * DAY)).toBe(false);
});
