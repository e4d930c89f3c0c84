import type { Step } from '../triage/cause.ts';

/** One failed run of an attempt, as its RotationFailed tells. */
export interface FailedRun {
  readonly at: string;
  readonly message?: string;
  /** The step the message names. */
  readonly step?: Step;
  /** The function the message names. */
  readonly functionArn?: string;
}

/**
 * An attempt to rotate a secret to one new version. AWS repeats a failed one with the same token while the window is
 * open; all of that is one attempt.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda.html
 */
export interface RotationAttempt {
  readonly arn: string;
  /** Absent where no event names it. */
  readonly version?: string;
  /** Only testSecret ran, and nothing was rotated. */
  readonly test: boolean;
  /** When it began and when it was last heard of; ISO. `began` is absent where its beginning was not read. */
  readonly began?: string;
  readonly last: string;
  /** `running`: begun, and CloudTrail has no end of it, which may be some minutes old. */
  readonly outcome: 'running' | 'succeeded' | 'failed' | 'abandoned';
  /** In the order of time. */
  readonly failures: readonly FailedRun[];
}
