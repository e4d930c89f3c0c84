import { lost } from './lost.ts';

export { ProblemError } from './problem-error.ts';

/**
 * The closed list of everything that can go wrong, as the browser hears of it. `lib/aws/errors.ts` is the
 * only translator from AWS, `components/problem/` the only reader, docs/problems.md the list for people.
 */
export const problems = {
  'sign-in-expired': { status: 401, title: 'You are not signed in, or your credentials have ended' },
  'scope-ended': { status: 401, title: 'The credentials of this account and role have ended' },
  'scope-not-held': { status: 403, title: 'You are not signed in to this account and role' },
  'credentials-refused': { status: 403, title: 'AWS does not accept these credentials in this region' },
  'access-denied': { status: 403, title: 'AWS refused: you may not do this' },
  'kms-refused': { status: 403, title: 'The KMS key could not be used' },
  'origin-refused': { status: 403, title: 'The request did not come from this console' },
  'read-only': { status: 403, title: 'This console is read-only' },
  'launch-needed': { status: 403, title: 'The profiles of this computer need the launch address' },
  'operation-unknown': { status: 404, title: 'This door does not offer that operation' },
  'secret-not-found': { status: 404, title: 'AWS knows no such secret here' },
  'key-not-found': { status: 404, title: 'AWS knows no such KMS key here' },
  'secret-exists': { status: 409, title: 'The secret or version already exists' },
  'deletion-scheduled': { status: 409, title: 'The secret is scheduled for deletion' },
  'managed-by-service': { status: 409, title: 'Another AWS service manages this secret' },
  'function-not-invocable': {
    status: 409,
    title: 'Secrets Manager may not invoke the rotation function',
  },
  'rotation-unfinished': { status: 409, title: 'An earlier rotation has not finished' },
  'label-moved': { status: 409, title: 'The label has moved since you looked' },
  'state-refused': { status: 409, title: 'AWS refused this in the state the secret is in' },
  'page-expired': { status: 409, title: 'The listing has to start again' },
  'input-invalid': { status: 422, title: 'The request does not have the expected form' },
  'policy-rejected': { status: 422, title: 'AWS rejected the policy' },
  'quota-reached': { status: 422, title: 'An AWS quota is reached' },
  'limit-reached': { status: 429, title: 'A limit of this console is reached' },
  throttled: { status: 429, title: 'AWS is limiting the rate of requests' },
  ...lost,
} as const satisfies Record<string, { status: number; title: string }>;

/** A code of the closed list; each has a page, `/problems/<code>`. */
export type ProblemCode = keyof typeof problems;

/** Which part of an input breaks which rule; never what was in it. */
export interface FieldProblem {
  readonly path: string;
  readonly rule: string;
}

/** A failure as problem+json (RFC 9457), with what an operator needs to act on it. */
export interface Problem {
  readonly type: `/problems/${ProblemCode}`;
  readonly code: ProblemCode;
  readonly title: string;
  readonly status: number;
  /** AWS's own sentence where it carries no value, else ours. */
  readonly detail?: string;
  readonly region?: string;
  readonly operation?: string;
  /** The IAM action that is missing, e.g. `secretsmanager:ListSecrets`. */
  readonly action?: string;
  readonly resource?: string;
  /** AWS's request id, or ours where no AWS call was made. */
  readonly requestId?: string;
  readonly fields?: readonly FieldProblem[];
}

/** A problem of the closed list, with whatever is known beside its code. */
export function problemOf(
  code: ProblemCode,
  more: Partial<Omit<Problem, 'type' | 'code' | 'title' | 'status'>> = {},
): Problem {
  return { type: `/problems/${code}`, code, ...problems[code], ...more };
}

/** Whether a text is a code of the closed list. */
export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(problems, text);
}
