import type { CallKey } from '../calls.ts';
import type { AwsError, Json, Principal } from '../operation.ts';
import { internalError, refuse } from '../protocols/refusals.ts';
import type { Protocol } from '../services/service.ts';
import type { Strike } from './faults.ts';
import { wait } from './wait.ts';

/** No answer: the connection is to be destroyed. */
export const LOST = Symbol('lost');

/** A verified call on its way to its operation. */
export interface Passage {
  readonly call: CallKey;
  readonly protocol: Protocol;
  readonly principal: Principal;
  /** Lets CloudTrail hear of a refusal, and throws it. */
  readonly refuse: (refusal: AwsError) => never;
  /** Aborted when nobody waits for the answer any more. */
  readonly gone: AbortSignal;
}

/** Takes a call past the faults that strike it to its operation, or short of it. */
export async function conduct(
  { delay, fault, lifted }: Strike,
  { call, protocol, principal, refuse: refuseCall, gone }: Passage,
  perform: (principal: Principal) => Json,
): Promise<Json | typeof LOST> {
  switch (fault?.kind) {
    case 'hang':
      await wait(Number.POSITIVE_INFINITY, [gone, lifted]);
      if (gone.aborted) return LOST;
      break;
    case 'throttle':
      await wait(delay, [gone]);
      return refuseCall(refuse(protocol, 'throttled', 'Rate exceeded'));
    case 'error500':
      await wait(delay, [gone]);
      return refuseCall(internalError(protocol));
    case 'reset':
      if (fault.after) settle(() => perform(principal));
      await wait(delay, [gone]);
      return LOST;
  }
  // AWS's own sentence, with the resource in it, comes from a statement that denies.
  const who = fault?.kind === 'deny' ? denied(principal, call) : principal;
  const outcome = settle(() => perform(who));
  // The answer is held back, not the deed: a client that gives up waiting has still changed something.
  await wait(delay, [gone]);
  return outcome();
}

/** Does it now, and gives or throws the result later. */
export function settle<T>(action: () => T): () => T {
  try {
    const result = action();
    return () => result;
  } catch (cause) {
    return () => {
      throw cause;
    };
  }
}

/** The caller with a Deny of this very call in its policy. */
export function denied(principal: Principal, { service, operation }: CallKey): Principal {
  const statement = { Effect: 'Deny', Action: `${service}:${operation}`, Resource: '*' } as const;
  return { ...principal, policy: [...principal.policy, statement] };
}
