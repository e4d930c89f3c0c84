import { AwsError, type Json } from '../operation.ts';
import { type Field, readInput, text } from '../services/secretsmanager/fields.ts';

interface Pattern {
  readonly min?: number;
  readonly max: number;
  /** The pattern as the service's model and its refusals write it; it is about the whole text. */
  readonly pattern: string;
}

/** Text of a pattern, e.g. a session's name. */
export function patterned({ pattern, ...lengths }: Pattern): Field<string | undefined> {
  const lengthOnly = text(lengths);
  const whole = new RegExp(`^(?:${pattern})$`, 'u');
  return {
    read(value, path, faults) {
      const read = lengthOnly.read(value, path, faults);
      if (read !== undefined && !whole.test(read)) {
        const rule = `Member must satisfy regular expression pattern: ${pattern}`;
        faults.push(`Value '${read}' at '${path}' failed to satisfy constraint: ${rule}`);
      }
      return read;
    },
  };
}

/** A whole number: text in a form, a number inside the process. */
export function numeral(rules: { min: number; max: number }): Field<number | undefined> {
  return {
    read(value, path, faults) {
      if (value === undefined || value === null) return undefined;
      const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
      if (typeof number !== 'number' || !Number.isInteger(number)) {
        throw new AwsError('MalformedInput', `${path} is not a whole number.`);
      }
      const fault = (rule: string) =>
        faults.push(`Value '${number}' at '${path}' failed to satisfy constraint: Member must have ${rule}`);
      if (number < rules.min) fault(`value greater than or equal to ${rules.min}`);
      if (number > rules.max) fault(`value less than or equal to ${rules.max}`);
      return number;
    },
  };
}

type Fields = Parameters<typeof readInput>[1];

/** Reads a request of a query service, or refuses it with every fault in one ValidationError. */
export function readQuery<S extends Fields>(input: Json, shape: S): ReturnType<typeof readInput<S>> {
  try {
    return readInput(input, shape);
  } catch (cause) {
    if (!(cause instanceof AwsError) || cause.code === 'MalformedInput') throw cause;
    // The services of the JSON protocol call the same fault ValidationException.
    throw new AwsError('ValidationError', cause.message);
  }
}
