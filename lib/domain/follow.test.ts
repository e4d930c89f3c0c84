import { expect, test } from 'vitest';
import { BEHIND_AFTER, judgeFollow } from './follow.ts';

const move = { from: 'a', to: 'b' };

// where AWSCURRENT is in the region, milliseconds since the move a → b, verdict
test.each([
  ['b', 0, 'confirmed'],
  ['b', BEHIND_AFTER * 10, 'confirmed'],
  ['a', 0, 'waiting'],
  // AWS's clock and the browser's may disagree by a little.
  ['a', -2_000, 'waiting'],
  ['a', BEHIND_AFTER - 1, 'waiting'],
  ['a', BEHIND_AFTER, 'behind'],
  ['c', 0, 'elsewhere'],
  ['c', BEHIND_AFTER, 'elsewhere'],
  [undefined, 0, 'waiting'],
  [undefined, BEHIND_AFTER, 'behind'],
])('a region on %s after %i ms is %s', (holder, elapsed, state) => {
  expect(judgeFollow(move, holder, elapsed)).toBe(state);
});
