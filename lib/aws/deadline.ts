import 'server-only';
import { setMaxListeners } from 'node:events';

/** How long AWS may take for a read, in milliseconds. */
const READ_TIMEOUT = 8_000;
/** The same for a write, which is then re-read. */
const WRITE_TIMEOUT = 15_000;
const SHARED = 25;

let shared: { readonly since: number; readonly signal: AbortSignal } | undefined;

/**
 * Aborts when AWS has had its time. Reads that begin within a fortieth of a second share an end, up to so much later:
 * thousands begin at once, and a timer for each costs a tenth of the call.
 */
export function deadlineOf(write: boolean): AbortSignal {
  if (write) return AbortSignal.timeout(WRITE_TIMEOUT);
  const now = performance.now();
  if (!shared || now - shared.since > SHARED) {
    shared = { since: now, signal: AbortSignal.timeout(READ_TIMEOUT + SHARED) };
    setMaxListeners(0, shared.signal);
  }
  return shared.signal;
}
