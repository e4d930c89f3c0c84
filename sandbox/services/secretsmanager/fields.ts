import { AwsError, type Json } from '../../operation.ts';
import { validationError } from './errors.ts';

// Wording: the constraint template all AWS services share, see "Common errors" of the API Reference:
// https://docs.aws.amazon.com/secretsmanager/latest/apireference/CommonErrors.html

/** Reads one member of a request: answers the value, or adds what is wrong with it to `faults`. */
export interface Field<T> {
  read(value: unknown, path: string, faults: string[]): T;
}

type Shape = { readonly [member: string]: Field<unknown> };
type Read<S extends Shape> = { readonly [K in keyof S]: S[K] extends Field<infer T> ? T : never };

interface TextRules {
  readonly min?: number;
  readonly max: number;
  readonly pattern?: RegExp;
  /** What min and max count; characters unless said otherwise. */
  readonly measure?: (value: string) => number;
  /** Members AWS marks sensitive are named in an error, but their value is not repeated. */
  readonly sensitive?: boolean;
}

/** A string member that may be absent. */
export function text(rules: TextRules): Field<string | undefined> {
  return {
    read(value, path, faults) {
      if (value === undefined || value === null) return undefined;
      if (typeof value !== 'string') throw mistyped(value, 'String');
      const shown = rules.sensitive ? 'Value' : `Value '${value}'`;
      const fault = (rule: string) =>
        faults.push(`${shown} at '${path}' failed to satisfy constraint: Member must ${rule}`);
      const length = rules.measure ? rules.measure(value) : value.length;
      if (length < (rules.min ?? 0)) fault(`have length greater than or equal to ${rules.min}`);
      if (length > rules.max) fault(`have length less than or equal to ${rules.max}`);
      if (rules.pattern && !rules.pattern.test(value)) {
        fault(`satisfy regular expression pattern: ${rules.pattern.source}`);
      }
      return value;
    },
  };
}

/** A string member that may be absent and otherwise is one of a set. */
export function oneOf<T extends string>(
  allowed: readonly T[],
  /** The set as AWS's refusal shows it, where that is not the set itself. */
  shown: readonly string[] = allowed,
): Field<T | undefined> {
  return {
    read(value, path, faults) {
      if (value === undefined || value === null) return undefined;
      if (typeof value !== 'string') throw mistyped(value, 'String');
      const found = allowed.find((item) => item === value);
      if (found === undefined) {
        const set = `[${shown.join(', ')}]`;
        faults.push(
          `Value '${value}' at '${path}' failed to satisfy constraint: Member must satisfy enum value set: ${set}`,
        );
      }
      return found;
    },
  };
}

/** A whole number that may be absent. */
export function whole(rules: { min: number; max: number }): Field<number | undefined> {
  return {
    read(value, path, faults) {
      if (value === undefined || value === null) return undefined;
      if (typeof value !== 'number' || !Number.isInteger(value)) throw mistyped(value, 'Integer');
      const fault = (rule: string) =>
        faults.push(`Value '${value}' at '${path}' failed to satisfy constraint: Member must have ${rule}`);
      if (value < rules.min) fault(`value greater than or equal to ${rules.min}`);
      if (value > rules.max) fault(`value less than or equal to ${rules.max}`);
      return value;
    },
  };
}

/** A whole number whose range the operation itself judges, in its own words. */
export const anyWhole = (): Field<number | undefined> =>
  whole({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });

/** A boolean member; absent is false unless said otherwise. */
export function flag(absent = false): Field<boolean> {
  return {
    read(value) {
      if (value === undefined || value === null) return absent;
      if (typeof value !== 'boolean') throw mistyped(value, 'Boolean');
      return value;
    },
  };
}

/** A list that may be absent. */
export function list<T>(
  item: Field<T>,
  rules: { min: number; max: number },
): Field<readonly T[] | undefined> {
  return {
    read(value, path, faults) {
      if (value === undefined || value === null) return undefined;
      if (!Array.isArray(value)) throw mistyped(value, 'List');
      // Java's way to print a list; of structures no recorded answer tells how AWS shows them.
      const shown = value.every((one) => typeof one === 'string') ? `Value '[${value.join(', ')}]'` : 'Value';
      const fault = (rule: string) =>
        faults.push(`${shown} at '${path}' failed to satisfy constraint: Member must have length ${rule}`);
      if (value.length < rules.min) fault(`greater than or equal to ${rules.min}`);
      if (value.length > rules.max) fault(`less than or equal to ${rules.max}`);
      return value.map((one: unknown, at) => item.read(one, `${path}.${at + 1}.member`, faults));
    },
  };
}

/** A structure, e.g. one tag. */
export function structure<S extends Shape>(shape: S): Field<Read<S>> {
  return {
    read(value, path, faults) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        throw mistyped(value, 'Structure');
      }
      return readMembers(value as Json, shape, `${path}.`, faults);
    },
  };
}

/** The same member, refused when it is absent. */
export function required<T>(field: Field<T | undefined>): Field<T> {
  return {
    read(value, path, faults) {
      if (value === undefined || value === null) {
        faults.push(`Value null at '${path}' failed to satisfy constraint: Member must not be null`);
      }
      // With a fault recorded the request is refused before anybody sees this value.
      return field.read(value, path, faults) as T;
    },
  };
}

/** Reads a request, or refuses it with every fault in one error of the service. Unknown members are ignored. */
export function readInput<S extends Shape>(
  input: Json,
  shape: S,
  refuse: (faults: readonly string[]) => AwsError = validationError,
): Read<S> {
  const faults: string[] = [];
  const read = readMembers(input, shape, '', faults);
  if (faults.length > 0) throw refuse(faults);
  return read;
}

function readMembers<S extends Shape>(input: Json, shape: S, prefix: string, faults: string[]): Read<S> {
  const entries = Object.entries(shape).map(([member, field]) => {
    const value = Object.hasOwn(input, member) ? input[member] : undefined;
    return [member, field.read(value, prefix + camel(member), faults)];
  });
  return Object.fromEntries(entries) as Read<S>;
}

/** Constraint messages spell members in lower camel case: SecretId is secretId, ARN is arn. */
function camel(member: string): string {
  return member.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (head) => head.toLowerCase());
}

/** A member of the wrong JSON type never reaches the operation; the exact wording is not recorded. */
function mistyped(value: unknown, wanted: string): AwsError {
  const kind = Array.isArray(value) ? 'LIST' : typeof value === 'object' ? 'STRUCTURE' : typeof value;
  return new AwsError(
    'SerializationException',
    `${kind.toUpperCase()}_VALUE can not be converted to ${wanted}`,
  );
}
