import { type Fault, KINDS } from '../faults/fault.ts';
import { operators } from '../identity/operators.ts';
import type { Json } from '../operation.ts';
import { everyRegion } from '../regions.ts';
import type { IamState } from '../services/iam/state.ts';
import { services } from '../services/registry.ts';
import { ControlError } from './error.ts';
import { flag, number, oneOf, readFields, required, text } from './fields.ts';

/** A day: more than any client waits, less than a timer of Node can hold. */
const LONGEST_LATENCY = 86_400_000;

// Filters take known names only: a misspelt one would never hit, and a test would pass for no reason.
const fields = {
  kind: oneOf(KINDS),
  service: oneOf([...services.keys()]),
  operation: oneOf([...services.values()].flatMap(({ operations }) => Object.keys(operations))),
  region: oneOf(everyRegion.map(({ RegionName }) => RegionName)),
  principal: text,
  probability: number(0, 1, true),
  count: number(1, 1_000_000),
  ms: number(0, LONGEST_LATENCY),
  after: flag,
};

/** Reads the body of POST /_sandbox/faults. */
export function readFault(body: Json, iam: IamState): Fault {
  const { kind: given, probability = 1, ...rest } = readFields(body, fields);
  const kind = required(given, 'kind');
  if (rest.principal !== undefined) requireKnown(rest.principal, iam);
  if (kind === 'latency' && rest.ms === undefined) throw new ControlError('A latency needs the field "ms".');
  if (kind !== 'latency' && rest.ms !== undefined)
    throw new ControlError('Only a latency takes the field "ms".');
  if (kind !== 'reset' && rest.after !== undefined)
    throw new ControlError('Only a reset takes the field "after".');
  return { kind, probability, ...rest };
}

/** As calls are counted by: an operator, a user of the world, or `<role>/<session>`; a function's session is its name. */
function requireKnown(principal: string, { users, roles }: IamState): void {
  const [role, session] = principal.split('/');
  const known =
    session === undefined
      ? [...operators, ...users.values()].some(({ name }) => name === principal)
      : [...roles.values()].some(({ name }) => name === role);
  if (known) return;
  throw new ControlError(
    `Field "principal" must be one of ${operators.map(({ name }) => name).join(', ')}, a user, or "<role>/<session>" of a role there is.`,
  );
}
