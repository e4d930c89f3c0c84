import { STEPS, type Step } from '../triage/cause.ts';
import type { RotationAttempt } from './attempt.ts';

/** How one step of an attempt went, as far as is known. */
export type LaneState = 'done' | 'failed' | 'running' | 'not-reached' | 'unknown';

/** One step of an attempt. */
export interface Lane {
  readonly step: (typeof STEPS)[number];
  readonly state: LaneState;
  /** When it failed last; ISO. */
  readonly at?: string;
}

/**
 * The four steps of an attempt. AWS tells its beginning, its end and the step it failed in: what lies before that step
 * was done in this run, and what lies after it was not reached. `stale`: it has long ended, and how was not read.
 */
export function lanesOf(
  { outcome, test, failures }: RotationAttempt,
  step?: Step,
  stale = false,
): readonly Lane[] {
  const last = failures.at(-1);
  const broke = step ?? last?.step;
  // Without rotating, AWS calls testSecret alone.
  if (test)
    return STEPS.map((one) => ({
      step: one,
      state: one !== 'testSecret' ? 'not-reached' : stale ? 'unknown' : ended(outcome),
    }));
  if (outcome === 'succeeded') return STEPS.map((one) => ({ step: one, state: 'done' }));
  if (outcome === 'running' || broke === undefined)
    return STEPS.map((one) => ({ step: one, state: 'unknown' }));
  const at = broke === 'invoke' ? -1 : STEPS.indexOf(broke);
  return STEPS.map((one, index) => {
    if (index < at) return { step: one, state: 'done' };
    if (index > at) return { step: one, state: 'not-reached' };
    return { step: one, state: 'failed', ...(last ? { at: last.at } : {}) };
  });
}

function ended(outcome: RotationAttempt['outcome']): LaneState {
  if (outcome === 'succeeded') return 'done';
  return outcome === 'failed' ? 'failed' : 'running';
}
