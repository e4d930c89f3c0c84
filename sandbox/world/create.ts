import { type Clock, createBuildClock, createClock } from '../clock.ts';
import { operatorsIn } from '../identity/operators.ts';
import type { Caller } from '../operation.ts';
import { perform } from '../perform.ts';
import { createRandom, type Random } from '../random.ts';
import { createState, type State } from '../state.ts';
import type { Run } from './build.ts';
import { buildDemo } from './demo.ts';

/** The worlds there are to start with. */
export const WORLDS = ['empty', 'demo'] as const;

/** One of the worlds. */
export type WorldName = (typeof WORLDS)[number];

/** What a world is made from: the same three give the same world, as seen from its end. */
export interface WorldOptions {
  readonly name: WorldName;
  readonly seed: number;
  /** How long, in virtual time, a replica lags behind its primary. */
  readonly replicationMs: number;
}

/** A world being served. */
export interface World extends WorldOptions {
  readonly state: State;
  readonly random: Random;
  readonly clock: Clock;
}

const INSIDE: Caller = { sourceIp: '10.0.0.1', userAgent: 'aws-internal/3' };

/** Builds a world; its history ends, and its clock starts, at the wall's time. */
export function createWorld(options: WorldOptions): World {
  const state = createState(options);
  const random = createRandom(options.seed);
  if (options.name === 'demo') {
    const clock = createBuildClock();
    const run: Run = (principal, region, service, operation, input, caller = INSIDE) => {
      const requestId = random.uuid();
      return perform(
        { service, operation, region, principal, requestId, now: clock.now(), random, state, caller },
        input,
      );
    };
    buildDemo({ run, clock, random, operators: operatorsIn(state.iam) });
  }
  return { ...options, state, random, clock: createClock() };
}
