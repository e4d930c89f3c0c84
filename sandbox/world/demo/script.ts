import type { Json, Principal } from '../../operation.ts';
import type { Build } from '../build.ts';

/** Minutes, hours and days in milliseconds. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** One AWS call of the past, so long before the demo begins. */
interface Scene {
  readonly ago: number;
  readonly principal: Principal;
  readonly region: string;
  readonly operation: string;
  readonly input: Json;
}

/** The demo's past, written in any order and played in the order of time. */
export interface Script {
  add(ago: number, principal: Principal, region: string, operation: string, input: Json): void;
  play(): void;
}

/** No scene is closer to the present than this, so that every replica has arrived when the demo begins. */
const QUIET = 5 * MINUTE;

/** A script for a world being built. Scenes only know how long ago they are: the same seed plays the same. */
export function createScript(build: Build): Script {
  const scenes: Scene[] = [];
  return {
    add(ago, principal, region, operation, input) {
      scenes.push({ ago: Math.max(ago, QUIET), principal, region, operation, input });
    },
    play() {
      const end = build.clock.end.getTime();
      for (const scene of scenes.sort((one, other) => other.ago - one.ago)) {
        build.clock.set(new Date(end - scene.ago));
        build.run(scene.principal, scene.region, 'secretsmanager', scene.operation, scene.input);
      }
    },
  };
}
