import { expect, test } from 'vitest';
import { matchWords } from './match-words';

test.each([
  [{ rows: 12, total: 2940, untold: 0, close: false }, '12 of 2,940 match'],
  [{ rows: 0, total: 2940, untold: 1204, close: false }, '0 of 2,940 match, 1,204 not known'],
  [{ rows: 1, total: 9, untold: 0, close: true }, 'None contains it, 1 comes close'],
  [{ rows: 14, total: 90, untold: 0, close: true }, 'None contains it, 14 come close'],
])('%j', (count, words) => {
  expect(matchWords(count)).toBe(words);
});
