import type { Problem } from '@/lib/contract/problem';
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

/** AWS's refusal to change this secret, if there was one. */
export function useRefusal(arn: string): Problem | undefined {
  return useStore(refusals).get(arn);
}
