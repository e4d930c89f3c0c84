import type { BuildClock } from './world/build.ts';

/** The virtual time of a world: the wall's, plus what its users have skipped. */
export interface Clock {
  now(): Date;
  /** Skips time; a served world never goes backwards, as AWS doesn't. */
  advance(ms: number): void;
}

/** A clock that shows the wall's time until it is advanced. */
export function createClock(wall: () => number = Date.now): Clock {
  let offset = 0;
  return {
    now: () => new Date(wall() + offset),
    advance: (ms) => {
      offset += ms;
    },
  };
}

/** The clock of a world being built: it stands still where it is set, at first at the end. */
export function createBuildClock(end: Date = new Date()): BuildClock {
  let time = end.getTime();
  return {
    end,
    now: () => new Date(time),
    set: (to) => {
      time = to.getTime();
    },
  };
}
