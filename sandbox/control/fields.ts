import type { Json } from '../operation.ts';
import { ControlError } from './error.ts';

/** Takes one field's value or throws a ControlError that names the field. */
export type Field<T> = (value: unknown, name: string) => T;

type Values<F> = { -readonly [K in keyof F]?: F[K] extends Field<infer T> ? T : never };

/** Reads a control body: every field is optional, checked, and known. Absent fields stay absent. */
export function readFields<F extends Readonly<Record<string, Field<unknown>>>>(
  body: Json,
  fields: F,
): Values<F> {
  const unknown = Object.keys(body).find((name) => !Object.hasOwn(fields, name));
  if (unknown !== undefined) {
    throw new ControlError(`Unknown field "${unknown}"; known are ${Object.keys(fields).join(', ')}.`);
  }
  const read = Object.entries(body).map(([name, value]) => [name, fields[name]!(value, name)]);
  return Object.fromEntries(read) as Values<F>;
}

/** The value of a field that must be there. */
export function required<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new ControlError(`Field "${name}" is missing.`);
  return value;
}

/** One of a few words. */
export function oneOf<T extends string>(words: readonly T[]): Field<T> {
  return (value, name) => {
    const word = words.find((one) => one === value);
    if (word === undefined) throw new ControlError(`Field "${name}" must be one of ${words.join(', ')}.`);
    return word;
  };
}

/** A number from `min` to `max`, whole unless fractions are welcome. */
export function number(min: number, max: number, fractions = false): Field<number> {
  return (value, name) => {
    if (typeof value === 'number' && value >= min && value <= max && (fractions || Number.isInteger(value))) {
      return value;
    }
    throw new ControlError(
      `Field "${name}" must be a${fractions ? '' : ' whole'} number from ${min} to ${max}.`,
    );
  };
}

/** Text that is not empty. */
export const text: Field<string> = (value, name) => {
  if (typeof value === 'string' && value !== '') return value;
  throw new ControlError(`Field "${name}" must be a text that is not empty.`);
};

/** True or false. */
export const flag: Field<boolean> = (value, name) => {
  if (typeof value === 'boolean') return value;
  throw new ControlError(`Field "${name}" must be true or false.`);
};
