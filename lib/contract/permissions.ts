import type { Answered, Simulated } from '../domain/permissions/known.ts';
import type { Problem } from './problem.ts';

/** What AWS has answered one sign-in so far, as this process of the console has heard. */
export interface PermissionsReading {
  readonly answered: readonly Answered[];
}

/** What IAM says of the operator's own role or user, without anything being done. */
export interface SimulationReading {
  /** The role or user that was simulated; absent where its ARN could not be found out. */
  readonly source?: string;
  readonly simulated: readonly Simulated[];
  /** Why some or all of it is missing. */
  readonly problem?: Problem;
}
