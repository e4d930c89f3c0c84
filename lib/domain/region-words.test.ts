import { expect, test } from 'vitest';
import { regionWords } from './region-words.ts';

const [ours, theirs] = ['4412-0087-9921', '6027-3314-5908'];

test.each([
  [[], ''],
  [['us-east-1', 'eu-west-1'], 'us-east-1, eu-west-1'],
  [[`${ours} us-east-1`], '4412-0087-9921 us-east-1'],
  [
    [`${ours} us-east-1`, `${theirs} us-east-1`, `${theirs} eu-west-1`],
    '4412-0087-9921 us-east-1, 2 regions of 6027-3314-5908',
  ],
  [[theirs, ours], '6027-3314-5908, 4412-0087-9921'],
])('%j in a line', (names, words) => {
  expect(regionWords(names)).toBe(words);
});
