import { expect, test } from 'vitest';
import { judgeMove } from './outcome.ts';

const move = { from: 'a', to: 'b' };

// where the label is now, what that says of a move a → b
test.each([
  ['b', 'moved'],
  ['a', 'not-moved'],
  ['c', 'moved-elsewhere'],
  [undefined, 'moved-elsewhere'],
])('a label found on %s has %s', (now, outcome) => {
  expect(judgeMove(move, now)).toBe(outcome);
});
