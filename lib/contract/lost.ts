import type { Problem } from './problem.ts';

/** What the browser says by itself, for want of an answer: of the closed list, and all of it that a page needs at once. */
export const lost = {
  'answer-lost': { status: 503, title: 'AWS gave no clear answer: it is not known whether this happened' },
  'aws-unavailable': { status: 503, title: 'AWS could not answer' },
  unexpected: { status: 500, title: 'Something failed that we did not foresee' },
} as const;

/** One of these as a problem, with whatever is known beside its code. */
export function lostProblem(
  code: keyof typeof lost,
  more: Partial<Omit<Problem, 'type' | 'code' | 'title' | 'status'>> = {},
): Problem {
  return { type: `/problems/${code}`, code, ...lost[code], ...more };
}
