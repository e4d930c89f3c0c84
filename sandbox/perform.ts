import { type Asker, authorize, decisionOn } from './identity/authorize.ts';
import { boundaryFor } from './identity/boundary.ts';
import { AwsError, type Call, type Json } from './operation.ts';
import { unknownOperation } from './protocols/output.ts';
import { unknownKey } from './protocols/refusals.ts';
import { isEnabled } from './regions.ts';
import { services } from './services/registry.ts';

/** A call by a known principal, with all an operation may look at except IAM. */
export type Asked = Omit<Call, 'authorize' | 'allows'>;

/** Carries out one call: the only way to any operation, over HTTP as well as while a world is built. */
export function perform(asked: Asked, input: Json): Json {
  asked.state.agenda.run(asked.now, asked.state);
  return enact(asked, input);
}

/** The same from within a task of the agenda: what else is due by now comes in its turn. */
export function enact(asked: Asked, input: Json): Json {
  const service = services.get(asked.service);
  if (!service || !Object.hasOwn(service.operations, asked.operation)) {
    throw unknownOperation(service, asked.operation);
  }
  const { protocol } = service;
  if (!isEnabled(asked.state, asked.region)) throw unknownKey(protocol);
  const { principal, region, now, caller } = asked;
  const asker: Asker = { principal, region, now, caller, boundary: boundaryFor(asked.state.iam, principal) };
  const call: Call = {
    ...asked,
    authorize: (request) => authorize(asker, protocol, request),
    allows: (request) => decisionOn(asker, request).outcome === 'allowed',
  };
  try {
    const output = service.operations[asked.operation]!(input, call);
    tell(asked, input, { output });
    return output;
  } catch (cause) {
    if (cause instanceof AwsError) tell(asked, input, { code: cause.code, message: cause.message });
    throw cause;
  }
}

/** Refuses a call before its operation is asked; CloudTrail hears of it as of any other refusal. */
export function refuseCall(asked: Asked, input: Json, refusal: AwsError): never {
  tell(asked, input, { code: refusal.code, message: refusal.message });
  throw refusal;
}

function tell(
  asked: Asked,
  input: Json,
  outcome: { output: Json } | { code: string; message: string },
): void {
  const { state, now: at, region, principal, caller, service, operation, requestId } = asked;
  state.trail.tell({
    kind: 'call',
    at,
    region,
    principal,
    caller,
    service,
    operation,
    requestId,
    input,
    outcome,
  });
}
