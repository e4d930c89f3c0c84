import 'server-only';
import { randomUUID } from 'node:crypto';
import type { NextRequest } from 'next/server';
import { type Problem, ProblemError, problemOf } from '@/lib/contract/problem';
import { doorOf } from './door-of';
import { log } from './log';
import { requireOperator } from './operator';
import { requireOwnOrigin } from './origin';
import type { SignIn } from './session';
import { transportHeaders } from './transport';

/** Nothing a door answers may be kept by any cache. */
export const NO_STORE = { 'cache-control': 'no-store', vary: 'cookie' };
const PROBLEM = { ...NO_STORE, 'content-type': 'application/problem+json' };

/** The lock: our own origin, a signed-in operator, and every failure leaves as problem+json. */
export function answer(request: NextRequest, run: (signIn: SignIn) => Promise<Response>): Promise<Response> {
  return answerAnybody(request, async () => {
    const signIn = await requireOperator(request);
    try {
      return await run(signIn);
    } catch (cause) {
      throw cause instanceof ProblemError ? new ProblemError(ofOneScope(signIn, cause.problem)) : cause;
    }
  });
}

// By these ways one token stands behind every scope: when AWS does not take it any more, the sign-in is over.
const ONE_TOKEN: ReadonlySet<SignIn['way']> = new Set(['center', 'company']);

/** A problem with one scope's credentials, as it is for the sign-in: where it holds others, it goes on with those. */
export function ofOneScope({ way, places }: SignIn, problem: Problem): Problem {
  if (problem.code !== 'sign-in-expired' || places.length === 1 || ONE_TOKEN.has(way)) return problem;
  const { type: _, code: __, title: ___, status: ____, ...more } = problem;
  return problemOf('scope-ended', more);
}

/** The same without the operator: for what is asked before sign-in. */
export async function answerAnybody(request: NextRequest, run: () => Promise<Response>): Promise<Response> {
  const begun = performance.now();
  const told = (status: number, code?: string) => {
    const ms = Math.round(performance.now() - begun);
    log('debug', 'answered', { door: doorOf(request.nextUrl.pathname), status, code, ms });
  };
  try {
    requireOwnOrigin(request);
    const response = await run();
    for (const [name, text] of Object.entries(transportHeaders())) response.headers.set(name, text);
    told(response.status);
    return response;
  } catch (cause) {
    const problem = toProblem(cause, request.signal.aborted);
    if (OURS.has(problem.code))
      log('warn', 'refused', { door: doorOf(request.nextUrl.pathname), code: problem.code });
    told(problem.status, problem.code);
    return Response.json(problem, { status: problem.status, headers: { ...PROBLEM, ...transportHeaders() } });
  }
}

/** What the console itself refuses, and somebody who looks after it wants to know of. */
const OURS: ReadonlySet<Problem['code']> = new Set(['origin-refused', 'limit-reached']);

function toProblem(cause: unknown, left: boolean): Problem {
  if (cause instanceof ProblemError) return cause.problem;
  const requestId = randomUUID();
  // Whoever asked has left, and that is what ended it.
  if (left) return problemOf('unexpected', { requestId });
  // The message may quote input, so the log gets the place and an id, the browser the id alone.
  const place = cause instanceof Error ? (cause.stack ?? '').split('\n').slice(1, 4).join(' ').trim() : '';
  log('error', 'unexpected', { requestId, name: nameOf(cause), place });
  return problemOf('unexpected', { requestId });
}

const nameOf = (cause: unknown) => (cause instanceof Error ? cause.name : typeof cause);
