import type { Call, Json, Principal, Request } from '../../operation.ts';
import { createRandom } from '../../random.ts';
import { createState } from '../../state.ts';
import { kmsOperations } from '../kms/operations.ts';
import { secretsManagerOperations } from './operations.ts';

/** A Secrets Manager without HTTP, for tests: calls run at a time and in a region of the test's choosing. */
export interface Bench {
  readonly asked: Request[];
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
    now: new Date('2026-11-19T12:00:00.500Z'),
    principal: tester,
    run(operation, input, region = 'us-east-1') {
      state.agenda.run(bench.now);
      const call: Call = {
        service: 'secretsmanager',
        operation,
        region,
        principal: bench.principal,
        requestId: random.uuid(),
        now: bench.now,
        random,
        state,
        caller: { sourceIp: '127.0.0.1', userAgent: 'test' },
        allows: () => true,
        authorize: (request) => {
          bench.asked.push(request);
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
