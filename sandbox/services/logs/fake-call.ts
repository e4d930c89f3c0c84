import type { Call, Json, Request } from '../../operation.ts';
import { createRandom } from '../../random.ts';
import { createState, type State } from '../../state.ts';
import { tester } from '../secretsmanager/fake-call.ts';
import { logsOperations } from './operations.ts';

/** A CloudWatch Logs without HTTP, for tests: calls run at a time of the test's choosing. */
export interface Bench {
  readonly state: State;
  readonly asked: Request[];
  now: Date;
  run(operation: string, input: Json): Json;
  /** Makes the group and the stream where they are not there yet, and puts lines in, a second apart. */
  fill(logGroupName: string, logStreamName: string, ...messages: readonly string[]): void;
}

/** An empty bench at noon of a fixed day. */
export function createBench(): Bench {
  const state = createState({ replicationMs: 0 });
  const random = createRandom(7);
  const bench: Bench = {
    state,
    asked: [],
    now: new Date('2026-11-19T12:00:00.000Z'),
    run(operation, input) {
      const call: Call = {
        service: 'logs',
        operation,
        region: 'us-east-1',
        principal: tester,
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
      return logsOperations[operation]!(input, call);
    },
    fill(logGroupName, logStreamName, ...messages) {
      const attempt = (operation: string, input: Json) => {
        try {
          bench.run(operation, input);
        } catch {
          // It is there already.
        }
      };
      attempt('CreateLogGroup', { logGroupName });
      attempt('CreateLogStream', { logGroupName, logStreamName });
      const start = bench.now.getTime();
      const logEvents = messages.map((message, at) => ({ timestamp: start + 1000 * at, message }));
      bench.run('PutLogEvents', { logGroupName, logStreamName, logEvents });
    },
  };
  return bench;
}

/** What an error thrown by an operation looks like. */
export const failure = (code: string, message: unknown) => ({ code, message, status: 400 });
