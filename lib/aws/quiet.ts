import 'server-only';
import { type Problem, ProblemError } from '@/lib/contract/problem';

/**
 * A call that carries a value in or out: AWS's text for a refusal may quote what was sent, so it stays behind, except
 * where it only says who may not do what. Codes, ids and our own sentences pass.
 */
export async function quietly<T>(sent: Promise<T>): Promise<T> {
  try {
    return await sent;
  } catch (cause) {
    throw cause instanceof ProblemError ? new ProblemError(quiet(cause.problem)) : cause;
  }
}

const MAY_SPEAK: ReadonlySet<string> = new Set([
  'access-denied',
  'kms-refused',
  'credentials-refused',
  'sign-in-expired',
  // Both are ours already: AWS has not answered.
  'aws-unavailable',
  'answer-lost',
]);

const ours: Partial<Record<Problem['code'], string>> = {
  'secret-not-found': 'There is no such secret or version here, or the version holds no value yet.',
  'state-refused':
    'AWS refuses values in the state the secret is in: it may be scheduled for deletion, a replica, or managed by a service.',
  'secret-exists': 'There is a version with this id already, and it holds another value.',
  'quota-reached':
    'The secret has as many versions or labels as AWS allows, and no version is old enough to go.',
};

function quiet(problem: Problem): Problem {
  if (MAY_SPEAK.has(problem.code)) return problem;
  const { detail: _, ...rest } = problem;
  const detail = ours[problem.code];
  return detail === undefined ? rest : { ...rest, detail };
}
