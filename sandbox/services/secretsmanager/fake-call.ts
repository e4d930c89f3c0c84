import { type Asker, authorize, decisionOn } from '../../identity/authorize.ts';
import type { Call, Json, Principal, Request } from '../../operation.ts';
import { createRandom } from '../../random.ts';
import { createState, type State } from '../../state.ts';
import { kmsOperations } from '../kms/operations.ts';
import { secretsManagerOperations } from './operations.ts';

/** A Secrets Manager without HTTP, for tests: calls run at a time and in a region of the test's choosing. */
export interface Bench {
  readonly asked: Request[];
  readonly state: State;
  now: Date;
  principal: Principal;
  run(operation: string, input: Json, region?: string): Json;
}

/** An operator who may do everything in the test's account. */
export const tester: Principal = {
  type: 'user',
  account: '441200879921',
  name: 'riley',
  arn: 'arn:aws:iam::441200879921:user/riley',
  userId: 'AIDATESTTESTTEST',
  policy: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
};

/** A token, and so a version id, that is easy to tell from others in a test. */
export const token = (name: string) => name.padEnd(32, '-');

/** An empty bench at noon of a fixed day, replicas following after a minute. */
export function createBench(): Bench {
  const state = createState({ replicationMs: 60_000 });
  const random = createRandom(7);
  const bench: Bench = {
    asked: [],
    state,
    now: new Date('2026-11-19T12:00:00.500Z'),
    principal: tester,
    run(operation, input, region = 'us-east-1') {
      state.agenda.run(bench.now, state);
      const { principal, now } = bench;
      const caller = { sourceIp: '127.0.0.1', userAgent: 'test' };
      const asker: Asker = { principal, region, now, caller, boundary: undefined };
      const call: Call = {
        service: 'secretsmanager',
        operation,
        region,
        principal: bench.principal,
        requestId: random.uuid(),
        now: bench.now,
        random,
        state,
        caller,
        allows: (request) => decisionOn(asker, request).outcome === 'allowed',
        authorize: (request) => {
          bench.asked.push(request);
          authorize(asker, 'awsJson', request);
        },
      };
      return (secretsManagerOperations[operation] ?? kmsOperations[operation])!(input, call);
    },
  };
  return bench;
}

/** Moves the bench's clock. */
export function wait(bench: Bench, ms: number): void {
  bench.now = new Date(bench.now.getTime() + ms);
}

/** The names of what Secrets Manager told CloudTrail it did by itself, in order. */
export function eventsOf(bench: Bench): string[] {
  return bench.state.trail.happenings.flatMap((happening) =>
    happening.kind === 'service' ? [happening.name] : [],
  );
}
