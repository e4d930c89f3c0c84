import type { Caller, Json, Principal } from './operation.ts';
import { createLog, type Log } from './services/cloudtrail/log.ts';
import { createRecorder } from './services/cloudtrail/recorder.ts';
import type { ResourceLookup } from './services/cloudtrail/secret-resource.ts';

/** What CloudTrail hears of one AWS call, refused or not; it decides itself what of that is written down. */
export interface CallHappening {
  readonly kind: 'call';
  readonly at: Date;
  readonly region: string;
  readonly principal: Principal;
  readonly caller: Caller;
  readonly service: string;
  readonly operation: string;
  readonly requestId: string;
  readonly input: Json;
  readonly outcome: { readonly output: Json } | { readonly code: string; readonly message: string };
}

/** A call that one AWS service made to another for the caller, e.g. the Decrypt behind GetSecretValue. */
export interface BehalfHappening {
  readonly kind: 'behalf';
  readonly at: Date;
  readonly region: string;
  readonly principal: Principal;
  readonly caller: Caller;
  /** The service that was called, e.g. `kms`, and the one that called it, e.g. `secretsmanager`. */
  readonly service: string;
  readonly by: string;
  readonly operation: string;
  readonly readOnly: boolean;
  readonly requestParameters: Json;
  readonly resources: readonly {
    readonly arn: string;
    readonly account: string;
    readonly type: string;
  }[];
  readonly failure?: { readonly code: string; readonly message: string };
}

/** Something a service did by itself, e.g. StartSecretVersionDelete. */
export interface ServiceHappening {
  readonly kind: 'service';
  readonly at: Date;
  readonly region: string;
  readonly account: string;
  readonly service: string;
  readonly name: string;
  readonly secretArn: string;
  readonly requestId: string;
  readonly errorMessage?: string;
}

/** Anything CloudTrail is told. */
export type Happening = CallHappening | BehalfHappening | ServiceHappening;

/** How CloudTrail behaves where AWS leaves it open. */
export interface TrailOptions {
  /** Virtual time from a call to its event; 2 to 8 minutes, differing by event, unless told otherwise. */
  readonly deliveryMs?: number;
  /** Whether, and by what, a lookup by resource finds the events of a secret. */
  readonly resourceLookup?: ResourceLookup;
}

/** Where everything that happens in a world is told, and the events that were made of it. */
export interface Trail {
  readonly deliveryMs: number | undefined;
  /** The last hundred happenings as they were told: what a test of a service looks at. */
  readonly happenings: readonly Happening[];
  tell(happening: Happening): void;
  /** The events of an account in a region. */
  log(account: string, region: string): Log;
  /** A trail of its own that has heard the same so far; the events, which never change, are in both. */
  copy(): Trail;
}

/** What a trail has heard and kept. */
interface Heard {
  readonly happenings: Happening[];
  readonly logs: Map<string, Log>;
  /** How many calls of services for somebody: numbers the next. */
  behalves: number;
}

const RECENT = 100;

/** Nothing has happened yet. */
export function createTrail(options: TrailOptions = {}): Trail {
  return trailOf(options, { happenings: [], logs: new Map(), behalves: 0 });
}

function trailOf(options: TrailOptions, heard: Heard): Trail {
  const { happenings, logs } = heard;
  const record = createRecorder(options.resourceLookup ?? 'none', () => {
    heard.behalves += 1;
    return heard.behalves;
  });
  const log = (account: string, region: string) => {
    const key = `${account}/${region}`;
    const known = logs.get(key) ?? createLog({ account, region });
    logs.set(key, known);
    return known;
  };
  return {
    deliveryMs: options.deliveryMs,
    happenings,
    log,
    tell(happening) {
      happenings.push(happening);
      if (happenings.length > RECENT) happenings.shift();
      for (const { accounts, event } of record(happening)) {
        for (const account of accounts) {
          const events = log(account, happening.region);
          events.add(event);
          events.forget(event.at);
        }
      }
    },
    copy: () =>
      trailOf(options, {
        happenings: [...happenings],
        logs: new Map([...logs].map(([place, events]) => [place, events.copy()])),
        behalves: heard.behalves,
      }),
  };
}
