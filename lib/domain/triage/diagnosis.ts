import type { Advice } from './advice/advice.ts';
import type { Cause, Certainty, Step } from './cause.ts';

/** A piece of evidence, and what it says. */
export interface Proof {
  readonly source: 'log' | 'cloudtrail' | 'state';
  /** Index of the log entry, or of the CloudTrail event where there are several; counted from 0. */
  readonly line?: number;
  /** Range in that entry, in UTF-16 code units; the end is exclusive. */
  readonly start?: number;
  readonly end?: number;
  readonly says: string;
}

/** A cause with everything that speaks for it. */
export interface RankedCause {
  readonly cause: Cause;
  readonly step: Step;
  readonly certainty: Certainty;
  readonly proofs: readonly Proof[];
}

/** A cause, and what to do about it. */
export type ExplainedCause = RankedCause & Advice;

/** The causes of a failure, the most likely first; none for a log that is healthy or merely noisy. */
export type Diagnosis = readonly RankedCause[];
