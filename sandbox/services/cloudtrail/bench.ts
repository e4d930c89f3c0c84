import type { Caller, Json, Principal } from '../../operation.ts';
import { perform } from '../../perform.ts';
import { createRandom } from '../../random.ts';
import { createState, type State } from '../../state.ts';
import type { TrailOptions } from '../../trail.ts';

/** Riley, of the account most tests are about. */
export const riley: Principal = {
  type: 'user',
  account: '441200879921',
  name: 'riley',
  arn: 'arn:aws:iam::441200879921:user/riley',
  userId: 'AIDATESTRILEY',
  policy: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
};

/** The same person's way in, as a request has it. */
export const desk: Caller = {
  sourceIp: '203.0.113.10',
  userAgent: 'aws-cli/2.30 reason/INC-4711',
  accessKeyId: 'AKIATESTRILEY',
  host: 'secretsmanager.us-east-1.amazonaws.com',
};

/** An event as LookupEvents lists it, with its record read. */
export interface Listed {
  readonly EventId: string;
  readonly EventName: string;
  readonly Username?: string;
  readonly Resources: readonly Json[];
  readonly record: Json;
}

/** A world of calls without HTTP, for tests: everything goes through `perform`. */
export interface TrailBench {
  readonly state: State;
  now: Date;
  principal: Principal;
  caller: Caller;
  /** AWS's id of the last call. */
  requestId: string;
  call(service: string, operation: string, input: Json, region?: string): Json;
  /** The events of one page, the newest first; the lookup itself is a call too. */
  lookup(input?: Json, region?: string): Listed[];
}

/** An empty world at noon of a fixed day; events arrive at once unless told otherwise. */
export function createTrailBench(options: TrailOptions = { deliveryMs: 0 }): TrailBench {
  const state = createState({ replicationMs: 60_000, ...options });
  const random = createRandom(7);
  const bench: TrailBench = {
    state,
    now: new Date('2026-11-19T12:00:00.500Z'),
    principal: riley,
    caller: desk,
    requestId: '',
    call(service, operation, input, region = 'us-east-1') {
      const { now, principal, caller } = bench;
      const requestId = random.uuid();
      bench.requestId = requestId;
      return perform({ service, operation, region, principal, requestId, now, random, state, caller }, input);
    },
    lookup(input = {}, region) {
      const { Events } = bench.call('cloudtrail', 'LookupEvents', input, region);
      return (Events as (Listed & { CloudTrailEvent: string })[]).map((event) => ({
        ...event,
        record: JSON.parse(event.CloudTrailEvent) as Json,
      }));
    },
  };
  return bench;
}

/** The one attribute a lookup takes. */
export const by = (AttributeKey: string, AttributeValue: string): Json => ({
  LookupAttributes: [{ AttributeKey, AttributeValue }],
});
