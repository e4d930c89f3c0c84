import type { AskedAttempt, Diagnosed } from '@/lib/contract/rotation';
import { evidencePath } from '@/lib/contract/view-paths';
import { readListed } from './views';

/** What the log of one run tells, and what it cost to find out. */
export interface RunLog {
  readonly diagnosed: Diagnosed;
  /** How long the function may run, in seconds. */
  readonly timeout?: number;
  /** Its lines take a query that AWS bills by what it scans: so many bytes at most. */
  readonly asks?: number;
  /** So many bytes such a query has scanned. */
  readonly scanned?: number;
}

interface LookedFor {
  readonly scope: string;
  readonly attempt: AskedAttempt;
  /** The query that AWS bills may be made, where one is needed. */
  readonly scan: boolean;
}

/** Looks into the run of one attempt. */
export async function lookAtRun({ scope, attempt, scan }: LookedFor, signal: AbortSignal): Promise<RunLog> {
  let found: Diagnosed | undefined;
  const cost: { asks?: number; scanned?: number; timeout?: number } = {};
  for await (const line of readListed(evidencePath, { scope, attempts: [attempt], scan }, signal)) {
    if (line.kind === 'function' && line.facts.timeoutSeconds) cost.timeout = line.facts.timeoutSeconds;
    if (line.kind === 'ask') cost.asks = line.bytes;
    if (line.kind === 'scanned') cost.scanned = line.bytes;
    if (line.kind === 'diagnosed') found = line.diagnosed;
    if (line.kind === 'end' && found) return { diagnosed: found, ...cost };
  }
  throw new Error('The answer broke off.');
}
