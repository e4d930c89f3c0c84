import { randomUUID } from 'node:crypto';
import { conduct, LOST } from './faults/conduct.ts';
import type { Incoming, Reply } from './http/reply.ts';
import { AwsError, type Caller, type Json, type Principal } from './operation.ts';
import { type Asked, perform, refuseCall } from './perform.ts';
import { type Address, addressOf } from './protocols/address.ts';
import { inputOf as bodyOf } from './protocols/input.ts';
import { failure, nobody, success, unknownOperation } from './protocols/output.ts';
import { internalError, refuse } from './protocols/refusals.ts';
import type { Sandbox } from './sandbox.ts';
import { verify } from './signature/verify.ts';

/**
 * Answers one AWS request: finds its service, proves its signature, lets faults have their way, carries
 * the operation out. `gone` is aborted when nobody waits for the answer any more.
 */
export async function answerAws(
  sandbox: Sandbox,
  incoming: Incoming,
  gone: AbortSignal,
): Promise<Reply | typeof LOST> {
  const requestId = randomUUID();
  const address = addressOf(incoming);
  if (!address) return failure(nobody, unknownOperation(undefined, ''), requestId);
  const { service, operation } = address;
  try {
    const output = await carryOut(sandbox, incoming, address, requestId, gone);
    return output === LOST ? LOST : success(service, operation, output, requestId);
  } catch (cause) {
    if (cause instanceof AwsError) return failure(service, cause, requestId);
    // A bug of the sandbox: AWS's answer for the client, the cause for whoever runs the sandbox.
    console.error(cause);
    return failure(service, internalError(service.protocol), requestId);
  }
}

function callerOf({ headers, sourceIp }: Incoming, accessKeyId: string | undefined): Caller {
  return {
    sourceIp,
    // The SDK for browsers cannot set the one header, so it sends the other.
    userAgent: headers['user-agent'] ?? headers['x-amz-user-agent'] ?? '',
    ...(accessKeyId === undefined ? {} : { accessKeyId }),
    ...(headers.host === undefined ? {} : { host: headers.host }),
  };
}

function inputOf(incoming: Incoming, { service, members }: Address): Json {
  return { ...bodyOf(service.protocol, incoming), ...members };
}

interface Who extends Partial<Pick<Caller, 'accessKeyId'>> {
  readonly operator: string;
  readonly principal: Principal;
  readonly region: string;
}

/** Who signed, or who an unsigned call says it is from: its operation has to prove that itself. */
async function whoCalls(sandbox: Sandbox, incoming: Incoming, address: Address): Promise<Who> {
  const { name, service, operation } = address;
  const { protocol } = service;
  if (service.unsigned && Object.hasOwn(service.unsigned, operation)) {
    const principal = service.unsigned[operation]!(inputOf(incoming, address), sandbox.world.state);
    return { operator: principal.name, principal, region: 'us-east-1' };
  }
  const clocks = [sandbox.world.clock.now(), new Date()] as const;
  const { key, region } = await verify(incoming, { name, protocol }, { keyring: sandbox.keyring, clocks });
  const { operator, principal, accessKeyId } = key;
  return { operator, principal, region, accessKeyId };
}

async function carryOut(
  sandbox: Sandbox,
  incoming: Incoming,
  address: Address,
  requestId: string,
  gone: AbortSignal,
): Promise<Json | typeof LOST> {
  const { name, service, operation } = address;
  const { protocol } = service;
  const { operator, principal: signer, region, accessKeyId } = await whoCalls(sandbox, incoming, address);
  const call = { service: name, operation, region, principal: operator };
  sandbox.calls.record(call);
  const asked = (principal: Principal): Asked => {
    const { random, state, clock } = sandbox.world;
    const caller = callerOf(incoming, accessKeyId);
    return {
      service: name,
      operation,
      region,
      principal,
      requestId,
      now: clock.now(),
      random,
      state,
      caller,
    };
  };
  const input = () => inputOf(incoming, address);
  const refuseHere = (refusal: AwsError) => refuseCall(asked(signer), input(), refusal);
  const { account } = signer;
  if (!sandbox.quotas.take({ account, region, service: name, operation })) {
    refuseHere(refuse(protocol, 'throttled', 'Rate exceeded'));
  }
  const passage = { call, protocol, principal: signer, refuse: refuseHere, gone };
  return conduct(sandbox.faults.strike(call), passage, (principal) => perform(asked(principal), input()));
}
