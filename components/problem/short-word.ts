import type { Problem } from '@/lib/contract/problem';

const words: Partial<Record<Problem['code'], string>> = {
  'access-denied': 'access denied',
  'aws-unavailable': 'no answer',
  'credentials-refused': 'credentials not accepted',
  'sign-in-expired': 'credentials have ended',
  throttled: 'throttled',
};

/** A problem in two or three words, for a mark in a strip; the full problem stands elsewhere. */
export function shortWord(problem: Problem): string {
  return words[problem.code] ?? 'not read';
}
