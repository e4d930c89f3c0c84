import { createClock } from '../clock.ts';
import { copyState } from '../state.ts';
import { createWorld, type World, type WorldOptions } from './create.ts';

/** Opens worlds to be served. */
export interface Worlds {
  /** A world nobody has done anything in, at the wall's time. Throws BadStory. */
  open(options: WorldOptions): World;
}

/**
 * How long a world is opened again without being built anew. Its history ends that much earlier at most: to
 * move its instants instead would tear those that follow the calendar, such as the windows of rotations.
 */
const KEPT_MS = 15 * 60_000;

/** More secrets than this are not kept a second time. */
const MOST = 20_000;

/** Builds worlds, and keeps the last one as it was built: opening it again takes a copy, not its history. */
export function createWorlds(wall: () => number = Date.now): Worlds {
  let kept: { readonly built: World; readonly at: number } | undefined;
  return {
    open(options) {
      if (!kept || !isSame(kept.built, options) || wall() - kept.at >= KEPT_MS) {
        // Nothing holds the old one while the new one is built.
        kept = undefined;
        const built = createWorld(options, new Date(wall()));
        if (!isWorthKeeping(built)) return built;
        kept = { built, at: wall() };
      }
      const { state, random } = kept.built;
      return { ...options, state: copyState(state), random: random.copy(), clock: createClock() };
    },
  };
}

/** An empty world is built as fast as it is copied; a huge one would fill the memory twice. */
function isWorthKeeping({ state }: World): boolean {
  const secrets = [...state.secretsManager.regions.values()].reduce((sum, { size }) => sum + size, 0);
  return secrets > 0 && secrets <= MOST;
}

function isSame(world: World, options: WorldOptions): boolean {
  const { state, random, clock, ...made } = world;
  const names = [...Object.keys(made), ...Object.keys(options)] as (keyof WorldOptions)[];
  return names.every((name) => made[name] === options[name]);
}
