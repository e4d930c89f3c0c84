import { expect, test } from 'vitest';
import { problemOf } from '@/lib/contract/problem';
import { closedDetail, closedShort, closedWords } from './closed-words';

const since = Date.parse('2026-11-25T03:12:00.000Z');
const problem = { ...problemOf('aws-unavailable'), detail: 'AWS did not answer.' };
const alone = { problem, since };
const one = { ...alone, account: '4412-0087-9921' };
const other = { account: '6027-3314-5908', problem: undefined, since: since - 60_000 };

// where it is closed, what a head has room for, what is read out
test.each([
  [[alone], /^no answer since \d\d:12$/, /^no answer since/],
  [[one], /^closed in …9921 since \d\d:12$/, /^closed in 4412-0087-9921: no answer since \d\d:12$/],
  [[one, other], /^closed in 2 since \d\d:11$/, /^closed in 6027-3314-5908: not read since \d\d:11$/],
])('a closed region says where, and since when: %#', (all, short, words) => {
  expect(closedShort(all)).toMatch(short);
  expect(closedWords(all.at(-1)!)).toMatch(words);
});

test('the whole of it has each account with its reason; alone the reason is enough', () => {
  expect(closedDetail([alone])).toBe('AWS did not answer.');
  expect(closedDetail([one, other])?.split('\n')).toHaveLength(3);
});
