import { type Clock, createBuildClock, createClock } from '../clock.ts';
import { operatorsIn } from '../identity/operators.ts';
import type { Caller } from '../operation.ts';
import { perform } from '../perform.ts';
import { createRandom, type Random } from '../random.ts';
import { createState, type State } from '../state.ts';
import type { TrailOptions } from '../trail.ts';
import type { Run } from './build.ts';
import type { Story } from './custom/story.ts';
import { tellStory } from './custom/tell.ts';
import { buildDemo } from './demo.ts';
import { buildFleet } from './fleet.ts';

/** The worlds there are to start with. */
export const WORLDS = ['empty', 'demo', 'fleet'] as const;

/** One of the worlds; `custom` is the story that was brought along. */
export type WorldName = (typeof WORLDS)[number] | 'custom';

/** What a world is made from: the same options give the same world, as seen from its end. */
export interface WorldOptions extends TrailOptions {
  readonly name: WorldName;
  readonly seed: number;
  /** How long, in virtual time, a replica lags behind its primary. */
  readonly replicationMs: number;
  /** How many secrets the fleet lists in all its regions together; of no meaning to the other worlds. */
  readonly secrets: number;
  /** What the world `custom` tells. */
  readonly story?: Story | undefined;
}

/** A world being served. */
export interface World extends WorldOptions {
  readonly state: State;
  readonly random: Random;
  readonly clock: Clock;
}

const INSIDE: Caller = { sourceIp: '10.0.0.1', userAgent: 'aws-internal/3' };

/** Builds a world, or throws BadStory; its history ends, and its clock starts, at the wall's time. */
export function createWorld(options: WorldOptions): World {
  const state = createState(options);
  const random = createRandom(options.seed);
  if (options.name !== 'empty') {
    const clock = createBuildClock();
    const run: Run = (principal, region, service, operation, input, caller = INSIDE) => {
      const requestId = random.uuid();
      return perform(
        { service, operation, region, principal, requestId, now: clock.now(), random, state, caller },
        input,
      );
    };
    const build = { run, clock, random, operators: operatorsIn(state.iam) };
    if (options.name === 'demo') buildDemo(build);
    else if (options.name === 'fleet') buildFleet(build, options.secrets);
    else if (options.story) tellStory(build, state.iam, options.story);
  }
  return { ...options, state, random, clock: createClock() };
}
