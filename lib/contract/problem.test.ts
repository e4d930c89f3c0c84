import { expect, test } from 'vitest';
import { isProblemCode, ProblemError, problemOf, problems } from './problem.ts';

test.each(Object.keys(problems))('%s is a problem an HTTP client understands', (code) => {
  if (!isProblemCode(code)) return expect.unreachable('the list does not know itself');
  const problem = problemOf(code, { region: 'us-east-1' });
  expect(problem).toMatchObject({ type: `/problems/${code}`, code, region: 'us-east-1' });
  expect(problem.status).toBeGreaterThanOrEqual(400);
  expect(problem.status).toBeLessThan(600);
  expect(problem.title).not.toBe('');
});

test.each(['', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'LABEL-MOVED', 'label-moved '])(
  '%j is no code of the list',
  (text) => {
    expect(isProblemCode(text)).toBe(false);
  },
);

test('a problem on its way out carries its code as message and nothing more', () => {
  const error = new ProblemError(problemOf('access-denied', { detail: 'User: riley is not authorized' }));
  expect(error.message).toBe('access-denied');
});
