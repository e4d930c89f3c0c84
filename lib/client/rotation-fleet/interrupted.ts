import type { MendKind } from '@/lib/domain/rotation-fleet/mend-plan';
import { createKept, useKept } from '../kept';

/** A run over several secrets that was confirmed and has not come to its end. */
export interface InterruptedRun {
  readonly kind: MendKind;
  /** ARNs, in their order: what has not been done. */
  readonly left: readonly string[];
  /** How many were confirmed. */
  readonly of: number;
  /** When it was confirmed, ISO. */
  readonly at: string;
}

const KINDS: readonly MendKind[] = ['retry', 'unstick', 'test', 'cancel'];
const MOST = 5_000;

const NOTHING_LEFT: InterruptedRun = { kind: 'test', left: [], of: 0, at: '' };

/** What is kept of a run, as far as it can be used; with nothing left where there is none. */
export function parseRun(found: unknown): InterruptedRun {
  const { kind, left, of, at } = { ...(found as Partial<InterruptedRun> | null | undefined) };
  const known = KINDS.find((one) => one === kind);
  const arns = Array.isArray(left) ? left.filter((arn) => typeof arn === 'string').slice(0, MOST) : [];
  if (!known || arns.length === 0 || typeof at !== 'string' || Number.isNaN(Date.parse(at))) {
    return NOTHING_LEFT;
  }
  return { kind: known, left: arns, of: Math.max(arns.length, Number(of) || 0), at };
}

const kept = createKept('rotation-run', parseRun);

/** What is left of a run that was interrupted, kept on this browser, and how to put it away. */
export function useInterrupted(scope: string): [InterruptedRun | undefined, () => void] {
  const [run, write] = useKept(kept, scope);
  return [run.left.length > 0 ? run : undefined, () => write(NOTHING_LEFT)];
}

/** Keeps what is left of a run while it goes on: closing the tab ends it, and nothing else remembers. */
export function keepRun(scope: string, run: InterruptedRun): void {
  kept.write(scope, run.left.length > 0 ? run : NOTHING_LEFT);
}

/** Takes a secret off the list that is kept, once it is done. */
export function dropFromRun(scope: string, arn: string): void {
  const run = kept.read(scope);
  if (run.left.includes(arn)) keepRun(scope, { ...run, left: run.left.filter((one) => one !== arn) });
}

const lockOf = (scope: string) => `keyturn.rotation-run.${scope}`;

/** Carries out a run under a lock of this browser, so that other tabs see that it still goes on. */
export async function underLock(scope: string, run: () => Promise<void>): Promise<void> {
  // Without a secure context there are no locks: then another tab may take it for interrupted.
  if (!navigator.locks) return run();
  await navigator.locks.request(lockOf(scope), { ifAvailable: true }, run);
}

/** Whether a run goes on in any tab of this browser. */
export async function isUnderWay(scope: string): Promise<boolean> {
  const locks = await navigator.locks?.query();
  return locks?.held?.some(({ name }) => name === lockOf(scope)) ?? false;
}
