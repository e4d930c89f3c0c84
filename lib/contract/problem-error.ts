import type { Problem } from './problem.ts';

/** A problem on its way out: thrown in any room, turned into an answer at the wrapper. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}
