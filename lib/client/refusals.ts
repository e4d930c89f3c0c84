import type { OfferedOperation } from '@/lib/contract/operations';
import { type Problem, problemOf } from '@/lib/contract/problem';
import { useReadOnly } from './read-only';
import { createStore, useStore } from './store';

// What an operator may do is unknown until AWS refuses it; then it stays refused until the secret is read again. Whoever
// may not move labels may well put values: each operation is refused for itself.
const refusals = createStore<ReadonlyMap<string, Problem>>(new Map());
const keyOf = (arn: string, operation: OfferedOperation) => `${arn} ${operation}`;

/** Notes that AWS refused an operation on this secret, if that is what the problem is. */
export function noteIfRefused(arn: string, operation: OfferedOperation, problem: Problem): void {
  if (problem.code !== 'access-denied') return;
  refusals.set(new Map(refusals.get()).set(keyOf(arn, operation), problem));
}

/** Forgets what was refused of a secret, so that it can be tried again. */
export function forgetRefusals(arn: string): void {
  const next = [...refusals.get()].filter(([key]) => !key.startsWith(`${arn} `));
  if (next.length < refusals.get().size) refusals.set(new Map(next));
}

/** Why this cannot be done to a secret: the console is read-only, or AWS has refused it. */
export function useRefusal(arn: string, operation: OfferedOperation): Problem | undefined {
  const readOnly = useReadOnly();
  const refused = useStore(refusals).get(keyOf(arn, operation));
  return readOnly === undefined ? refused : problemOf('read-only', { detail: readOnly });
}
