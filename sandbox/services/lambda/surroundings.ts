import type { Level, RotationEvent, Running, Surroundings } from '../../functions/code.ts';
import { CallFailed } from '../../functions/failure.ts';
import { AwsError, type Json } from '../../operation.ts';
import { enact, refuseCall } from '../../perform.ts';
import { refuse } from '../../protocols/refusals.ts';
import type { Random } from '../../random.ts';
import type { State } from '../../state.ts';
import { login, reaches } from '../../targets/login.ts';
import { sessionOf } from '../iam/entities.ts';
import { roleByArn } from '../iam/find.ts';
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

const AGENTS = {
  python:
    'Boto3/1.40.4 md/Botocore#1.40.4 ua/2.1 os/linux lang/python#3.12.11 exec-env/AWS_Lambda_python3.12',
  node: 'aws-sdk-js/3.1164.0 ua/2.1 os/linux lang/js md/nodejs#22.19.0 exec-env/AWS_Lambda_nodejs22.x',
} as const;

/** How the SDKs try again: four times, at growing distances. */
const RETRIES = [700, 1500, 3200, 6100];

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
      if (fn.throttled === operation) for (const ms of RETRIES) yield ms;
      return carryOut(run, service, operation, input);
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

/** The call itself, as the function's role: policies, keys and CloudTrail know no difference. */
function carryOut(run: Run, service: string, operation: string, input: Json): Json {
  const { fn, state, random, now, language } = run;
  const role = roleByArn(state.iam, fn.roleArn);
  const retries = fn.throttled === operation ? RETRIES.length : 0;
  const failed = ({ code, message }: AwsError) =>
    new CallFailed(message, { kind: 'refused', code, operation, retries, service });
  if (!role) {
    const message = 'The security token included in the request is invalid.';
    throw failed(refuse('awsJson', 'unknown-key', message));
  }
  const asked = {
    ...{ service, operation, region: fn.region, requestId: random.uuid(), now, random, state },
    principal: sessionOf(role, { sessionName: fn.name, since: now }),
    caller: { sourceIp: addressOf(fn), userAgent: AGENTS[language], accessKeyId: fn.accessKeyId },
  };
  try {
    if (retries > 0) refuseCall(asked, input, refuse('awsJson', 'throttled', 'Rate exceeded'));
    return enact(asked, input);
  } catch (cause) {
    throw cause instanceof AwsError ? failed(cause) : cause;
  }
}

/** In its VPC a function has an address of a subnet, outside one of Lambda's. */
function addressOf({ vpc, name }: LambdaFunction): string {
  const last = 10 + ([...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 200);
  return vpc ? `10.20.4.${last}` : `3.84.17.${last}`;
}
