import 'server-only';
import { ProblemError } from '@/lib/contract/problem';
import type { ExpiringCredentials } from './credentials';
import { heldBy, hold, postpone } from './held';

interface SignIn {
  readonly sid: string;
  readonly scope: string;
  /** Epoch seconds, wall time, at which it ends at the latest. */
  readonly until: number;
}

/**
 * Credentials of a sign-in in one scope, kept in this process and derived anew shortly before they end: once for many requests at
 * once, and what there is goes on while deriving fails, unless the failure says that it was taken away (`isOver`).
 */
export function keepCredentials<S extends SignIn>(
  derive: (signIn: S) => Promise<ExpiringCredentials>,
  isOver: (cause: unknown) => boolean,
): (signIn: S) => Promise<ExpiringCredentials> {
  const deriving = new Map<string, Promise<ExpiringCredentials>>();
  const derived = async (signIn: S) => {
    const credentials = await derive(signIn);
    hold(signIn, credentials);
    return credentials;
  };
  return async (signIn) => {
    const key = `${signIn.sid}|${signIn.scope}`;
    const known = heldBy(signIn);
    if (known && Date.now() < known.renewAt) return known.credentials;
    const under = deriving.get(key) ?? derived(signIn).finally(() => deriving.delete(key));
    deriving.set(key, under);
    try {
      return await under;
    } catch (cause) {
      const left = (known?.credentials.expiration?.getTime() ?? 0) - Date.now();
      if (!known || left <= 0 || isOver(cause)) throw cause;
      postpone(signIn, known);
      return known.credentials;
    }
  };
}

const TAKEN = new Set(['sign-in-expired', 'access-denied']);

/** Whether a failure means that AWS took something away: it is gone, whatever is left of old credentials. */
export const wasTaken = (cause: unknown): boolean =>
  cause instanceof ProblemError && TAKEN.has(cause.problem.code);
