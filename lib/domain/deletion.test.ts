import { expect, test } from 'vitest';
import { deletionOf } from './deletion.ts';

const NOW = Date.parse('2026-11-24T03:00:00Z');

test.each([
  ['not scheduled', undefined, undefined],
  [
    'a moment to come ends the recovery window',
    '2026-12-08T02:10:00.000Z',
    { after: '2026-12-08T02:10:00.000Z' },
  ],
  ['a moment that has passed may mean either', '2026-11-20T02:10:00.000Z', {}],
])('%s', (_case, deleted, expected) => {
  expect(deletionOf(deleted === undefined ? {} : { deleted }, NOW)).toEqual(expected);
});
