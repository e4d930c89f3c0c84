import { AwsError, type Json } from '../../operation.ts';
import type { Build } from '../build.ts';
import type { Actor } from './people.ts';

/** Minutes, hours and days in milliseconds. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** What a call of the past may say besides its input. */
interface More {
  /** Another service than Secrets Manager. */
  readonly service?: string;
  /** AWS is meant to refuse it, and CloudTrail to keep the refusal. */
  readonly refused?: boolean;
}

/** The demo's past, written in any order and played in the order of time. */
export interface Script {
  /** One AWS call, so long before the demo begins. */
  add(ago: number, actor: Actor, region: string, operation: string, input: Json, more?: More): void;
  /** Something that happens without a call: a schedule fires, copies to a region become slow. */
  happen(ago: number, what: (build: Build) => void): void;
  play(): void;
}

/** No scene is closer to the present than this, so that every ordinary copy has arrived when the demo begins. */
const QUIET = 5 * MINUTE;

/** A script for a world being built. Scenes only know how long ago they are: the same seed plays the same. */
export function createScript(build: Build): Script {
  const scenes: { readonly ago: number; readonly what: (build: Build) => void }[] = [];
  const happen: Script['happen'] = (ago, what) => scenes.push({ ago: Math.max(ago, QUIET), what });
  return {
    add(ago, { principal, caller }, region, operation, input, { service = 'secretsmanager', refused } = {}) {
      const what = `${operation} of ${input.SecretId ?? input.Name ?? input.RoleArn} by ${principal.name}`;
      happen(ago, () => {
        const outcome = outcomeOf(() => build.run(principal, region, service, operation, input, caller));
        if ((outcome !== undefined) !== (refused ?? false)) {
          throw new Error(`${what} ${outcome ? 'is refused' : 'is not refused'}.`, { cause: outcome });
        }
      });
    },
    happen,
    play() {
      const end = build.clock.end.getTime();
      for (const { ago, what } of scenes.sort((one, other) => other.ago - one.ago)) {
        build.clock.set(new Date(end - ago));
        what(build);
      }
      build.clock.set(build.clock.end);
    },
  };
}

/** What AWS refuses a call with; undefined when it is accepted. */
function outcomeOf(call: () => void): AwsError | undefined {
  try {
    call();
    return undefined;
  } catch (cause) {
    if (cause instanceof AwsError) return cause;
    throw cause;
  }
}
