import { expect, test } from 'vitest';
import type { SecretRow } from '@/lib/domain/secret';
import { patched, patchedPage } from './patches';

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

const soon = '2026-11-19T03:00:40.000Z';
const deleted = '2026-12-01T00:00:00.000Z';

// what the patch says of deletion, what the listing says, whether it changed since, what is shown
test.each([
  ['scheduled by us', deleted, undefined, undefined, deleted],
  ['restored by us', undefined, deleted, undefined, undefined],
  ['caught up with', deleted, deleted, patch.changed, deleted],
  ['not caught up with, though the date is', deleted, undefined, patch.changed, deleted],
  ['overtaken by somebody else', deleted, undefined, '2026-11-19T03:00:30.000Z', undefined],
])('a deletion %s', (_what, ours, listedDate, changed, shown) => {
  const listed = { ...row, ...(listedDate ? { deleted: listedDate } : {}), ...(changed ? { changed } : {}) };
  const told = new Map([['arn-1', { ...patch, ...(ours ? { deleted: ours } : {}) }]]);
  expect(patched(listed, soon, told).deleted).toBe(shown);
});

test('replicas are known from the patch alone, however old it is', () => {
  const replicas = [{ region: 'eu-west-1', status: 'InSync' as const }];
  const told = new Map([['arn-1', { ...patch, replicas }]]);
  const old = patched(row, '2026-11-20T03:00:00.000Z', told);
  expect(old).toEqual({ ...row, replicas });
  expect(patched(row, '2026-11-20T03:00:00.000Z', told)).toBe(old);
});

test('a page is another one only while a row in it is', () => {
  const page = [row, { ...row, arn: 'arn-2' }];
  expect(patchedPage(page, soon, new Map())).toBe(page);
  expect(patchedPage(page, soon, new Map([['arn-3', patch]]))).toBe(page);
  const other = patchedPage(page, soon, known);
  expect(other[0]?.holders.AWSCURRENT).toBe('new');
  expect(other[1]).toBe(page[1]);
  expect(patchedPage(page, soon, known)).toBe(other);
});

// whether the listing says it rotates, what DescribeSecret said, what is shown
test.each([
  [true, false, { enabled: false, functionArn: 'f' }],
  [false, true, { enabled: true, functionArn: 'f' }],
  [true, true, { enabled: true, functionArn: 'f', next: deleted }],
  [true, undefined, { enabled: true, functionArn: 'f', next: deleted }],
])('rotation %s in the listing and %s since', (enabled, rotates, shown) => {
  const listed = { ...row, rotation: { enabled, functionArn: 'f', ...(enabled ? { next: deleted } : {}) } };
  expect(patched(listed, soon, new Map([['arn-1', { ...patch, rotates }]])).rotation).toEqual(shown);
});
