import { expect, test } from 'vitest';
import type { RotationAttempt } from './attempt.ts';
import { endedByLabels } from './ended-by-labels.ts';

const began = '2026-11-25T02:00:00.000Z';
const after = '2026-11-25T02:00:09.000Z';
const open: RotationAttempt = {
  ...{ arn: 'a', version: 'v2', test: false, began, last: began, outcome: 'running', failures: [] },
};
const outcome = (attempt: RotationAttempt, current?: string, last?: string) =>
  endedByLabels([attempt], current, last)[0]?.outcome;

test('an attempt whose version is current, and that AWS has dated, has ended well', () => {
  expect(endedByLabels([open], 'v2', after)).toEqual([{ ...open, outcome: 'succeeded', last: after }]);
});

test('while another version is current it is not known to have ended', () => {
  expect(outcome(open, 'v1', after)).toBe('running');
});

test('a pending version that somebody promoted by hand is no rotation that ended well', () => {
  expect(outcome(open, 'v2')).toBe('running');
  expect(outcome(open, 'v2', '2026-10-01T00:00:00.000Z')).toBe('running');
});

test('what CloudTrail tells stays, and a test is no rotation', () => {
  expect(outcome({ ...open, outcome: 'failed' }, 'v2', after)).toBe('failed');
  expect(outcome({ ...open, test: true }, 'v2', after)).toBe('running');
});
