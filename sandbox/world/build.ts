import type { OperatorName } from '../identity/operators.ts';
import type { Caller, Json, Principal } from '../operation.ts';
import type { Random } from '../random.ts';
import type { State } from '../state.ts';

/** Carries out one AWS call inside the process: authorized and answered as over HTTP, only unsigned. */
export type Run = (
  principal: Principal,
  region: string,
  service: string,
  operation: string,
  input: Json,
  /** Where the call seems to come from; from inside AWS unless told otherwise. */
  caller?: Caller,
) => Json;

/** The time of a world being built: set freely, backwards too; it is the wall's once the world is served. */
export interface BuildClock {
  /** The instant the world will be served from: the wall's time when the building began. */
  readonly end: Date;
  now(): Date;
  set(to: Date): void;
}

/** What a world is built with: through the AWS operations, so it holds nothing AWS would refuse. */
export interface Build {
  readonly run: Run;
  /** Lets the schedule of a secret begin a rotation, under a token. */
  readonly fire: (account: string, region: string, secretId: string, token: string) => void;
  readonly clock: BuildClock;
  readonly random: Random;
  readonly operators: Readonly<Record<OperatorName, Principal>>;
  /** For what a world declares and no operation makes: roles that were always there, functions, slow copies. */
  readonly state: State;
}
