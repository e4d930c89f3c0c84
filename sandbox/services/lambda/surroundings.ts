import type { Level, RotationEvent, Running, Surroundings } from '../../functions/code.ts';
import { CallFailed } from '../../functions/failure.ts';
import type { Json } from '../../operation.ts';
import type { Random } from '../../random.ts';
import type { State } from '../../state.ts';
import { login, reaches } from '../../targets/login.ts';
import { callAws } from './call-aws.ts';
import type { LambdaFunction } from './state.ts';

/** One invocation as it runs: in which world, what it knows, and the virtual time it has got to. */
export interface Run {
  readonly state: State;
  readonly fn: LambdaFunction;
  readonly language: 'python' | 'node';
  readonly event: RotationEvent;
  readonly random: Random;
  now: Date;
  write(level: Level, message: string, more: Json | undefined): void;
}

/** What a function finds around it. */
export function surroundingsOf(run: Run): Surroundings {
  const { fn, event, random, state } = run;
  const about = (ms: number) => Math.round(ms * (0.7 + 0.6 * random.next()) * 100) / 100;
  return {
    fn,
    event,
    about,
    log: (level, message, more) => run.write(level, message, more),
    login: (attempt) => login(state.targets, { ...attempt, from: fn.vpc }),
    target: (host) => state.targets.hosts.get(host),
    changeTarget: (target) => {
      state.targets.hosts.set(target.host, target);
    },
    *call(service, operation, input) {
      yield* reach(run, service, operation);
      yield about(operation.startsWith('Get') || operation.startsWith('Describe') ? 34 : 58);
      return yield* callAws(run, service, operation, input);
    },
  };
}

/** Waits for a connection: for ever where there is no way, unless the code has set a time of its own. */
function* reach({ fn, state }: Run, service: string, operation: string): Running<void> {
  const { account, region } = fn;
  if (reaches(state.targets, fn.vpc, { account, region, service })) return;
  const seconds = Number(fn.environment.CONNECT_TIMEOUT ?? Number.POSITIVE_INFINITY);
  yield seconds * 1000;
  const url = `https://${service}.${region}.amazonaws.com/`;
  throw new CallFailed(`Connect timeout on endpoint URL: "${url}"`, {
    ...{ kind: 'unreachable', code: 'ConnectTimeoutError', operation, retries: 0, service },
  });
}
