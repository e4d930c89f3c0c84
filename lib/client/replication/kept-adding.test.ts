import { expect, test } from 'vitest';
import { parseAdding } from './kept-adding';

test.each([
  [undefined, []],
  ['text', []],
  [{ length: 3 }, []],
  [
    ['a', 7, null, 'b'],
    ['a', 'b'],
  ],
])('of %j found in storage, %j is what was left', (found, left) => {
  expect(parseAdding(found)).toEqual(left);
});
