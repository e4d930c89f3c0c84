import type { Actor, RotationStep } from '../timeline/secret-event.ts';

/** What CloudTrail tells of a secret's rotations, reduced to what an attempt is made of. */
export interface RotationEvent {
  readonly id: string;
  /** ISO instant, whole seconds. */
  readonly at: string;
  /** The secret's full ARN; where a caller named it otherwise, whatever they wrote. */
  readonly arn: string;
  readonly step: RotationStep;
  /** The version the rotation makes, which is also its token: it ties attempts, labels and log lines together. */
  readonly version?: string;
  /** AWS's sentence about a failure: it names the function and the step, never the reason. */
  readonly message?: string;
  /** Who asked for it or cancelled it; the service's own events name nobody. */
  readonly by?: Actor;
  /** AWS refused the call: then nothing began. */
  readonly refused?: string;
}
