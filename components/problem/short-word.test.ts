import { expect, test } from 'vitest';
import { problemOf } from '@/lib/contract/problem';
import { shortWord } from './short-word';

test('a server fault that AWS answered is no silence', () => {
  expect(shortWord(problemOf('aws-unavailable', { requestId: 'b0d1' }))).toBe('AWS failed');
  expect(shortWord(problemOf('aws-unavailable'))).toBe('no answer');
});

test('what has no word of its own is said not to be read', () => {
  expect(shortWord(problemOf('quota-reached'))).toBe('not read');
});
