import { operators, operatorsIn } from '../identity/operators.ts';
import { CHANGES, changeInfrastructure, SERVED } from '../infrastructure/change.ts';
import { NoSuchThing, type Site } from '../infrastructure/site.ts';
import { AwsError, type Json } from '../operation.ts';
import { perform } from '../perform.ts';
import { everyRegion } from '../regions.ts';
import type { Sandbox } from '../sandbox.ts';
import { ControlError } from './error.ts';
import { type Field, oneOf, readFields, required } from './fields.ts';

const json: Field<Json> = (value, name) => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  throw new ControlError(`Field "${name}" must be a JSON object.`);
};

const fields = {
  change: oneOf([...Object.keys(CHANGES), ...Object.keys(SERVED)]),
  region: oneOf(everyRegion.map(({ RegionName }) => RegionName)),
  as: oneOf(operators.map(({ name }) => name)),
  input: json,
};

/** Changes something around the secrets as somebody with the rights to: its effect, and its event in CloudTrail. */
export function postInfrastructure({ world }: Sandbox, body: Json): Json {
  const read = readFields(body, fields);
  const operation = required(read.change, 'change');
  const input = required(read.input, 'input');
  const { state, random, clock } = world;
  const now = clock.now();
  const principal = operatorsIn(state.iam)[read.as ?? 'riley'];
  const caller = { sourceIp: '203.0.113.24', userAgent: 'console.amazonaws.com' };
  const service = SERVED[operation];
  // IAM is everywhere, and its events are in one region.
  const region = service === 'iam' ? 'us-east-1' : (read.region ?? 'us-east-1');
  const site: Site = { state, now, random, region, principal, caller };
  state.agenda.run(now, state);
  try {
    if (service) perform({ ...site, service, operation, requestId: random.uuid() }, input);
    else changeInfrastructure(operation, input, site);
  } catch (cause) {
    if (cause instanceof NoSuchThing || cause instanceof AwsError) throw new ControlError(cause.message);
    throw cause;
  }
  return { change: operation, region, now: now.toISOString() };
}
