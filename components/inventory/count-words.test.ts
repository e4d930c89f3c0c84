import { expect, test } from 'vitest';
import type { RegionProgress } from '@/lib/client/inventory-state';
import { coverage, progressWords } from './count-words.ts';

const regions = (...states: RegionProgress['state'][]): RegionProgress[] =>
  states.map((state, at) => ({
    region: ['us-east-1', 'us-west-2', 'eu-west-1', 'ap-southeast-2'][at]!,
    state,
    pages: [],
  }));

test.each([
  ['nothing yet', 0, regions(), true, 'Reading which regions there are'],
  [
    'on the way it is no total',
    2386,
    regions('done', 'reading'),
    true,
    '2,386 secrets so far, replicas folded into their primary',
  ],
  ['none when nothing was read', 0, regions('failed', 'failed'), false, 'No region was read'],
  ['complete', 1, regions('done'), false, '1 secret, replicas folded into their primary'],
  [
    'one region failed',
    312,
    regions('done', 'failed'),
    false,
    '312 secrets, replicas folded into their primary, without us-west-2',
  ],
  [
    'many failed',
    3,
    regions('done', 'failed', 'failed', 'failed'),
    false,
    '3 secrets, replicas folded into their primary, without 3 regions',
  ],
])('the count says what it covers: %s', (_case, count, seen, reading, words) => {
  expect(Object.values(coverage(count, seen, reading)).join('')).toBe(words);
});

test.each([
  [regions(), true, ''],
  [regions('done', 'reading'), true, '312 secrets so far, 1 of 2 regions read'],
  [regions('failed', 'reading'), true, '312 secrets so far, 0 of 2 regions read, us-east-1 not read'],
  [regions('done', 'failed'), false, 'Reading ended, 312 secrets, us-west-2 not read'],
])('progress is told in words', (seen, reading, words) => {
  expect(progressWords(312, seen, reading)).toBe(words);
});
