import { type Fault, KINDS } from '../faults/fault.ts';
import { operators } from '../identity/operators.ts';
import type { Json } from '../operation.ts';
import { everyRegion } from '../regions.ts';
import { services } from '../services/registry.ts';
import { ControlError } from './error.ts';
import { flag, number, oneOf, readFields, required } from './fields.ts';

/** A day: more than any client waits, less than a timer of Node can hold. */
const LONGEST_LATENCY = 86_400_000;

// Filters take known names only: a misspelt one would never hit, and a test would pass for no reason.
const fields = {
  kind: oneOf(KINDS),
  service: oneOf([...services.keys()]),
  operation: oneOf([...services.values()].flatMap(({ operations }) => Object.keys(operations))),
  region: oneOf(everyRegion.map(({ RegionName }) => RegionName)),
  principal: oneOf(operators.map(({ name }) => name)),
  probability: number(0, 1, true),
  count: number(1, 1_000_000),
  ms: number(0, LONGEST_LATENCY),
  after: flag,
};

/** Reads the body of POST /_sandbox/faults. */
export function readFault(body: Json): Fault {
  const { kind: given, probability = 1, ...rest } = readFields(body, fields);
  const kind = required(given, 'kind');
  if (kind === 'latency' && rest.ms === undefined) throw new ControlError('A latency needs the field "ms".');
  if (kind !== 'latency' && rest.ms !== undefined)
    throw new ControlError('Only a latency takes the field "ms".');
  if (kind !== 'reset' && rest.after !== undefined)
    throw new ControlError('Only a reset takes the field "after".');
  return { kind, probability, ...rest };
}
