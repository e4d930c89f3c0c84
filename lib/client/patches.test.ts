import { expect, test } from 'vitest';
import type { SecretRow } from '@/lib/domain/secret';
import { patched } from './patches';

const row: SecretRow = {
  arn: 'arn-1',
  name: 'prod/db',
  region: 'us-east-1',
  tags: { owner: 'payments' },
  holders: { AWSCURRENT: 'old', AWSPREVIOUS: 'older' },
  rotation: { enabled: false },
};
const patch = {
  holders: { AWSCURRENT: 'new', AWSPREVIOUS: 'old' },
  changed: '2026-11-19T02:59:59.000Z',
  at: '2026-11-19T03:00:00.000Z',
};
const known = new Map([['arn-1', patch]]);

// when the listing was read, whose labels are shown
test.each([
  // The listing is older than the write, or may be: ListSecrets lags up to five minutes.
  ['2026-11-19T02:59:00.000Z', 'new'],
  ['2026-11-19T03:00:00.000Z', 'new'],
  ['2026-11-19T03:05:00.000Z', 'new'],
  [undefined, 'new'],
  // Later it is right, and newer than what we saw.
  ['2026-11-19T03:05:00.001Z', 'old'],
  ['2026-11-20T03:00:00.000Z', 'old'],
])('a listing read at %s shows AWSCURRENT on %s', (readAt, current) => {
  const shown = patched(row, readAt, known);
  expect(shown.holders.AWSCURRENT).toBe(current);
  const { changed: _, ...rest } = { ...shown, holders: row.holders };
  expect(rest, 'nothing but labels and date is patched').toEqual(row);
  expect(shown.changed).toBe(current === 'new' ? patch.changed : row.changed);
});

// the listed LastChangedDate, whose labels are shown
test.each([
  ['2026-11-19T02:00:00.000Z', 'new'],
  // The listing has caught up: with our write, or with what somebody did after it.
  ['2026-11-19T02:59:59.000Z', 'old'],
  ['2026-11-19T03:00:30.000Z', 'old'],
  [undefined, 'new'],
])('a row listed as changed at %s shows AWSCURRENT on %s', (changed, current) => {
  const listed = { ...row, ...(changed ? { changed } : {}) };
  const shown = patched(listed, '2026-11-19T03:00:40.000Z', known);
  expect(shown.holders.AWSCURRENT).toBe(current);
});

test('a row without a patch is the same object, so that the table does not draw it again', () => {
  expect(patched(row, '2026-11-19T03:00:00.000Z', new Map())).toBe(row);
  expect(patched({ ...row, arn: 'arn-2' }, undefined, known).holders).toBe(row.holders);
});
