import type { Caller, Json, Principal } from '../operation.ts';
import type { Random } from '../random.ts';
import type { State } from '../state.ts';

/** Where and by whom something is changed. */
export interface Site {
  readonly state: State;
  readonly now: Date;
  readonly random: Random;
  readonly region: string;
  readonly principal: Principal;
  readonly caller: Caller;
}

/** A change cannot be made; the message says why, to a person. */
export class NoSuchThing extends Error {
  override readonly name = 'NoSuchThing';
}

/** What one change does, and how CloudTrail tells its request. */
export interface Change {
  readonly service: 'ec2' | 'lambda';
  /** Carries it out; answers the request's parameters as its event has them. Throws NoSuchThing. */
  readonly apply: (input: Json, site: Site) => Json;
}

/** A text an input must have. */
export function textIn(input: Json, name: string): string {
  const value = input[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new NoSuchThing(`The input needs "${name}", a text.`);
}

/** A number an input must have, within the limits AWS sets. */
export function numberIn(input: Json, name: string, min = 0, max = Number.MAX_SAFE_INTEGER): number {
  const value = input[name];
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    throw new NoSuchThing(`The input needs "${name}", a whole number.`);
  }
  if (value >= min && value <= max) return value;
  throw new NoSuchThing(`"${name}" is a whole number from ${min} to ${max}.`);
}

/** Refuses members that would be ignored: a misspelt one would change nothing. */
export function onlyIn(input: Json, operation: string, known: readonly string[]): void {
  const other = Object.keys(input).find((name) => !known.includes(name));
  if (other !== undefined) throw new NoSuchThing(`${operation} takes no "${other}" here.`);
}

/** A member that has members itself. */
export function objectIn(value: unknown, name: string): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  throw new NoSuchThing(`"${name}" is an object.`);
}

/** A list of texts an input must have. */
export function textsIn(input: Json, name: string): readonly string[] {
  const value = input[name];
  if (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')) return value;
  throw new NoSuchThing(`The input needs "${name}", a list of texts.`);
}
