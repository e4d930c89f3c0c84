import { type Problem, problemOf } from '@/lib/contract/problem';
import { useReadOnly } from './read-only';
import { createStore, useStore } from './store';

// What an operator may do is unknown until AWS refuses it; then it stays refused until the secret is read again.
const refusals = createStore<ReadonlyMap<string, Problem>>(new Map());

/** Notes that AWS refused a change of this secret, if that is what the problem is. */
export function noteIfRefused(arn: string, problem: Problem): void {
  if (problem.code !== 'access-denied') return;
  refusals.set(new Map(refusals.get()).set(arn, problem));
}

/** Forgets a refusal, so that it can be tried again. */
export function forgetRefusal(arn: string): void {
  const next = new Map(refusals.get());
  if (next.delete(arn)) refusals.set(next);
}

/** Why this secret cannot be changed: the console is read-only, or AWS has refused it. */
export function useRefusal(arn: string): Problem | undefined {
  const readOnly = useReadOnly();
  const refused = useStore(refusals).get(arn);
  return readOnly === undefined ? refused : problemOf('read-only', { detail: readOnly });
}
