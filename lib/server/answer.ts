import 'server-only';
import { randomUUID } from 'node:crypto';
import type { NextRequest } from 'next/server';
import { type Problem, ProblemError, problemOf } from '@/lib/contract/problem';
import { requireOperator } from './operator';
import { requireOwnOrigin } from './origin';
import type { Session } from './session';

/** Nothing a door answers may be kept by any cache. */
export const NO_STORE = { 'cache-control': 'no-store', vary: 'cookie' };
const PROBLEM = { ...NO_STORE, 'content-type': 'application/problem+json' };

/** The lock: our own origin, a signed-in operator, and every failure leaves as problem+json. */
export function answer(
  request: NextRequest,
  run: (session: Session) => Promise<Response>,
): Promise<Response> {
  return answerAnybody(request, async () => run(await requireOperator(request)));
}

/** The same without the operator: for what is asked before sign-in. */
export async function answerAnybody(request: NextRequest, run: () => Promise<Response>): Promise<Response> {
  try {
    requireOwnOrigin(request);
    return await run();
  } catch (cause) {
    const problem = toProblem(cause, request.signal.aborted);
    return Response.json(problem, { status: problem.status, headers: PROBLEM });
  }
}

function toProblem(cause: unknown, left: boolean): Problem {
  if (cause instanceof ProblemError) return cause.problem;
  const requestId = randomUUID();
  // Whoever asked has left, and that is what ended it.
  if (left) return problemOf('unexpected', { requestId });
  // The message may quote input, so the log gets the place and an id, the browser the id alone.
  const place = cause instanceof Error ? (cause.stack ?? '').split('\n').slice(1, 4).join(' ').trim() : '';
  process.stderr.write(`${JSON.stringify({ unexpected: 1, requestId, name: nameOf(cause), place })}\n`);
  return problemOf('unexpected', { requestId });
}

const nameOf = (cause: unknown) => (cause instanceof Error ? cause.name : typeof cause);
