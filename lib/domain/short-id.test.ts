import { expect, test } from 'vitest';
import { shortId } from './short-id.ts';

const a = '7f3a91c4-0d6e-4b8a-b5f2-1c94e07ad3b6';
const b = '7f3a0e52-77aa-4c1e-9d53-0a2b6c9e1f10';
const c = '0b6ce8d1-52c4-4f7e-9a31-6d0fb2c7e845';

// what it shows, id, others, short
test.each([
  ['four characters', a, [c], '7f3a'],
  ['alone', a, [], '7f3a'],
  ['itself among the others does not count', a, [a, c], '7f3a'],
  ['six when four clash', a, [a, b, c], '7f3a91'],
  ['the other side of the clash', b, [a, b, c], '7f3a0e'],
  [
    'ids given by hand',
    'release-2026-11-19-0000000000000002',
    ['release-2026-11-18-0000000000000001'],
    'release-2026-11-19',
  ],
  ['one is the beginning of the other', 'x'.repeat(32), ['x'.repeat(33)], 'x'.repeat(32)],
])('%s', (_what, id, others, short) => {
  expect(shortId(id, others)).toBe(short);
});
