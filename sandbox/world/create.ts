import { type Clock, createBuildClock, createClock } from '../clock.ts';
import { operatorsIn } from '../identity/operators.ts';
import type { Caller, Principal } from '../operation.ts';
import { perform } from '../perform.ts';
import { createRandom, type Random } from '../random.ts';
import type { RegionChoice } from '../regions.ts';
import { planAllRotations } from '../services/secretsmanager/rotation-due.ts';
import { beginScheduledRotation } from '../services/secretsmanager/scheduled-rotation.ts';
import { createState, type State } from '../state.ts';
import type { TrailOptions } from '../trail.ts';
import type { Build, Run } from './build.ts';
import type { Story } from './custom/story.ts';
import { tellStory } from './custom/tell.ts';
import { buildDemo } from './demo.ts';
import { buildFleet } from './fleet.ts';

/** The worlds there are to start with. */
export const WORLDS = ['empty', 'demo', 'fleet'] as const;

/** One of the worlds; `custom` is the story that was brought along. */
export type WorldName = (typeof WORLDS)[number] | 'custom';

/** What a world is made from: the same options give the same world, as seen from its end. */
export interface WorldOptions extends TrailOptions, Pick<RegionChoice, 'regions'> {
  readonly name: WorldName;
  readonly seed: number;
  /** How long, in virtual time, a replica lags behind its primary. */
  readonly replicationMs: number;
  /** How old, in virtual time, an answer of ListSecrets may be. */
  readonly listingLagMs?: number;
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

/** Secrets Manager itself, when a schedule is due. */
const SCHEDULER: Omit<Principal, 'account'> = {
  type: 'service',
  name: 'secretsmanager.amazonaws.com',
  arn: 'secretsmanager.amazonaws.com',
  userId: 'secretsmanager.amazonaws.com',
  policy: [],
};

const INSIDE: Caller = { sourceIp: '10.0.0.1', userAgent: 'aws-internal/3' };

/** Builds a world, or throws BadStory; its history ends at the instant given, and its clock starts at the wall's time. */
export function createWorld(options: WorldOptions, end: Date = new Date()): World {
  const state = createState(options);
  const random = createRandom(options.seed);
  if (options.name !== 'empty') {
    const clock = createBuildClock(end);
    // A story tells what people did, and schedules go on meanwhile; the others tell their rotations themselves.
    state.secretsManager.schedulesFire = options.name === 'custom';
    const run: Run = (principal, region, service, operation, input, caller = INSIDE) => {
      const requestId = random.uuid();
      return perform(
        { service, operation, region, principal, requestId, now: clock.now(), random, state, caller },
        input,
      );
    };
    const fire: Build['fire'] = (account, region, secretId, token) => {
      const principal = { ...SCHEDULER, account };
      const asked = { service: 'secretsmanager', operation: 'RotateSecret', region, principal };
      const now = clock.now();
      state.agenda.run(now, state);
      beginScheduledRotation(
        {
          ...{ ...asked, requestId: random.uuid(), now, random, state, caller: INSIDE },
          ...{ authorize: () => {}, allows: () => true },
        },
        secretId,
        token,
      );
    };
    const build: Build = { run, fire, clock, random, operators: operatorsIn(state.iam), state };
    if (options.name === 'demo') buildDemo(build);
    else if (options.name === 'fleet') buildFleet(build, options.secrets);
    else if (options.story) tellStory(build, state.iam, options.story);
    state.secretsManager.schedulesFire = true;
    planAllRotations(state, end);
  }
  return { ...options, state, random, clock: createClock() };
}
