import type { Problem } from '@/lib/contract/problem';

const words: Partial<Record<Problem['code'], string>> = {
  'access-denied': 'access denied',
  'aws-unavailable': 'no answer',
  'credentials-refused': 'credentials not accepted',
  'scope-ended': 'credentials have ended',
  'scope-not-held': 'not signed in to',
  'sign-in-expired': 'credentials have ended',
  throttled: 'throttled',
};

/** A problem in two or three words, for a mark in a strip; the full problem stands elsewhere. */
export function shortWord(problem: Problem): string {
  // Only an answer of AWS's has its request id: it failed there, and was heard to.
  if (problem.code === 'aws-unavailable' && problem.requestId) return 'AWS failed';
  return words[problem.code] ?? 'not read';
}
