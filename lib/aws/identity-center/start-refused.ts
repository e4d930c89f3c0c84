import 'server-only';
import { ProblemError, problemOf } from '@/lib/contract/problem';

/**
 * What IAM Identity Center means by an InvalidRequestException while a sign-in begins, where only the start URL is somebody's
 * choice; it does not say so itself. Whatever else failed stays as it is.
 */
export function startRefused(cause: unknown, region: string): unknown {
  if (!(cause instanceof ProblemError) || cause.problem.code !== 'state-refused') return cause;
  const { requestId } = cause.problem;
  const detail = `IAM Identity Center in ${region} does not know this start URL: look at both.`;
  return new ProblemError(
    problemOf('input-invalid', { region, detail, ...(requestId ? { requestId } : {}) }),
  );
}
