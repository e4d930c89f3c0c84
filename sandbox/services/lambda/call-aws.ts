import { denied, settle } from '../../faults/conduct.ts';
import type { Fault } from '../../faults/fault.ts';
import type { Running } from '../../functions/code.ts';
import { CallFailed } from '../../functions/failure.ts';
import { AwsError, type Json } from '../../operation.ts';
import { type Asked, enact, refuseCall } from '../../perform.ts';
import { internalError, refuse, unknownKey } from '../../protocols/refusals.ts';
import { sessionOf } from '../iam/entities.ts';
import { roleByArn } from '../iam/find.ts';
import type { LambdaFunction } from './state.ts';
import type { Run } from './surroundings.ts';

const AGENTS = {
  python:
    'Boto3/1.40.4 md/Botocore#1.40.4 ua/2.1 os/linux lang/python#3.12.11 exec-env/AWS_Lambda_python3.12',
  node: 'aws-sdk-js/3.1164.0 ua/2.1 os/linux lang/js md/nodejs#22.19.0 exec-env/AWS_Lambda_nodejs22.x',
} as const;

/** How the SDKs try again: four times, at growing distances. */
const RETRIES = [700, 1500, 3200, 6100];

/** What the SDKs try again: https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html */
const PASSING = new Set(['ThrottlingException', 'InternalServiceError', 'ConnectionClosedError']);

/**
 * A call of a function as its role, past the faults in force, which strike it as anybody's; what passes is tried
 * again as the SDKs do. Throws CallFailed.
 */
export function* callAws(run: Run, service: string, operation: string, input: Json): Running<Json> {
  for (let retries = 0; ; retries += 1) {
    const last = retries === RETRIES.length;
    try {
      return yield* attempt(run, service, operation, input);
    } catch (cause) {
      if (!(cause instanceof Refused)) throw cause;
      const { kind, code, message } = cause;
      const mayPass = PASSING.has(code);
      if (!mayPass || last) {
        throw new CallFailed(message, { kind, code, operation, retries: mayPass ? retries : 0, service });
      }
      yield RETRIES[retries]!;
    }
  }
}

/** Why one attempt failed. */
class Refused extends Error {
  readonly kind: CallFailed['kind'];
  readonly code: string;
  constructor(kind: CallFailed['kind'], code: string, message: string) {
    super(message);
    this.kind = kind;
    this.code = code;
  }
}

function* attempt(run: Run, service: string, operation: string, input: Json): Running<Json> {
  const { fn, state, now: since } = run;
  const role = roleByArn(state.iam, fn.roleArn);
  if (!role) throw refused(unknownKey('awsJson'));
  const principal = sessionOf(role, { sessionName: fn.name, since });
  const key = { service, operation, region: fn.region, principal: principal.name };
  const strike = state.faults?.strike(key);
  const fault = strike?.fault;
  // Nobody lifts it for code that waits: the function's own time ends it.
  if (fault?.kind === 'hang') yield Number.POSITIVE_INFINITY;
  const who = fault?.kind === 'deny' ? denied(principal, key) : principal;
  const lost = fault?.kind === 'reset';
  const outcome = settle(() => {
    if (lost && !fault.after) return {};
    return carryOut(run, { service, operation, principal: who }, input, fault);
  });
  if (strike && strike.delay > 0) yield strike.delay;
  if (lost) throw cutOff(run, service);
  try {
    return outcome();
  } catch (cause) {
    throw cause instanceof AwsError ? refused(cause) : cause;
  }
}

/** The call itself: policies, keys and CloudTrail know no difference. */
function carryOut(
  { fn, state, random, now, language }: Run,
  call: Pick<Asked, 'service' | 'operation' | 'principal'>,
  input: Json,
  fault: Fault | undefined,
): Json {
  const asked: Asked = {
    ...{ ...call, region: fn.region, requestId: random.uuid(), now, random, state },
    caller: { sourceIp: addressOf(fn), userAgent: AGENTS[language], accessKeyId: fn.accessKeyId },
  };
  const isThrottled = fault?.kind === 'throttle' || fn.throttled === call.operation;
  if (isThrottled) refuseCall(asked, input, refuse('awsJson', 'throttled', 'Rate exceeded'));
  if (fault?.kind === 'error500') refuseCall(asked, input, internalError('awsJson'));
  return enact(asked, input);
}

function refused({ code, message }: AwsError): Refused {
  return new Refused('refused', code, message);
}

function cutOff({ fn }: Run, service: string): Refused {
  const url = `https://${service}.${fn.region}.amazonaws.com/`;
  const message = `Connection was closed before we received a valid response from endpoint URL: "${url}".`;
  return new Refused('unreachable', 'ConnectionClosedError', message);
}

/** In its VPC a function has an address of a subnet, outside one of Lambda's. */
function addressOf({ vpc, name }: LambdaFunction): string {
  const last = 10 + ([...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 200);
  return vpc ? `10.20.4.${last}` : `3.84.17.${last}`;
}
