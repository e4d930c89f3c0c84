import { effects } from '@/lib/contract/effects';
import { lostProblem } from '@/lib/contract/lost';
import type { OfferedOperation, OperationAnswer, OperationInput } from '@/lib/contract/operations';
import type { Problem } from '@/lib/contract/problem';
import { ProblemError } from '@/lib/contract/problem-error';
import { noteAwsTime } from './aws-time';
import { operationPath } from './paths';
import { noteRegion } from './region-readings';
import { noteSessionEnd } from './session-end';
import { calledRegion, markHeader } from './sign-in-mark';

/** What no answer means: a read has failed, a write may have happened. */
type Lost = 'aws-unavailable' | 'answer-lost';

/** Asks a door; every failure leaves as a ProblemError, the loss of the answer included. */
export async function ask(
  path: string,
  init: RequestInit & { headers?: Record<string, string> } = {},
  lost: Lost = 'aws-unavailable',
): Promise<Response> {
  let response: Response;
  try {
    const headers = { ...init.headers, ...markHeader() };
    response = await fetch(path, { cache: 'no-store', ...init, headers });
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new ProblemError(
      lostProblem(lost, {
        detail: 'The console itself did not answer. Is it still running, and this machine online?',
      }),
    );
  }
  if (response.ok) return response;
  const problem = toProblem(await response.json().catch(() => undefined), response.status);
  if (problem.code === 'sign-in-expired') noteSessionEnd(problem.detail ?? problem.title);
  throw new ProblemError(problem);
}

// Whatever stands between browser and console may answer in its own form.
function toProblem(body: unknown, status: number): Problem {
  const { code, type } = (body ?? {}) as Partial<Problem>;
  if (code !== undefined && type === `/problems/${code}`) return body as Problem;
  return lostProblem('unexpected', { detail: `The console answered ${status} in a form of its own.` });
}

/** Carries out one AWS operation through door one. */
export async function callOperation<N extends OfferedOperation>(
  scope: string,
  region: string,
  operation: N,
  input: OperationInput<N>,
  reason?: string,
  /** Where AWSCURRENT was seen, for a new value. */
  more: { readonly seenCurrent?: string | null } = {},
): Promise<OperationAnswer<N>> {
  const lost = effects[operation] === 'read' ? 'aws-unavailable' : 'answer-lost';
  // The door gives AWS 8 s for a read (with repeats) and 15 s for a write; then the answer counts as lost.
  const signal = AbortSignal.timeout(lost === 'answer-lost' ? 30_000 : 20_000);
  try {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ input, ...(reason ? { reason } : {}), ...more }),
      signal,
    };
    const response = await ask(operationPath(scope, region, operation), init, lost);
    const answer: OperationAnswer<N> = await response.json();
    noteAwsTime(answer.at);
    noteRegion(calledRegion(scope.slice(0, 12), region), { at: answer.at });
    return answer;
  } catch (cause) {
    const error = toProblemError(cause, lost);
    // Only what the region itself did belongs to the region.
    if (error.problem.code === 'aws-unavailable' || error.problem.code === 'throttled') {
      noteRegion(calledRegion(scope.slice(0, 12), region), { problem: error.problem });
    }
    throw error;
  }
}

function toProblemError(cause: unknown, lost: Lost): ProblemError {
  if (cause instanceof ProblemError) return cause;
  const detail = 'The console did not answer in time, or its answer broke off.';
  return new ProblemError(lostProblem(lost, { detail }));
}

/** The problem inside whatever a query or mutation failed with. */
export function problemIn(cause: unknown): Problem {
  return cause instanceof ProblemError ? cause.problem : lostProblem('unexpected');
}
