import { BlockList, isIP } from 'node:net';
import type { Statement } from '../operation.ts';
import { type Context, texts } from './context.ts';
import { patternOf } from './pattern.ts';
import { PolicyError } from './policy-error.ts';

/** Whether a value of the request is what one value of the policy asks for. */
type Test = (given: string, context: Context) => boolean;

interface Operator {
  readonly negated: boolean;
  /** Compiles a value of the policy; throws PolicyError when the operator cannot take it. */
  readonly test: (value: string) => Test;
}

/** Whether a request's context fulfils all conditions of a statement. */
export type Condition = (context: Context) => boolean;

/**
 * Compiles a Condition element: all operators and all keys of one must hold, of a key's values any (of a
 * negated operator's, none). Throws PolicyError for an operator IAM does not know.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function conditionOf(element: Statement['Condition'] = {}): Condition {
  const conditions = Object.entries(element).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => keyCondition(operator, key, texts(values))),
  );
  return (context) => conditions.every((holds) => holds(context));
}

function keyCondition(written: string, key: string, values: readonly string[]): Condition {
  if (written === 'Null') return nullCondition(key, values);
  const [, set, name = '', ifExists] =
    /^(?:(ForAnyValue|ForAllValues):)?(\w+?)(IfExists)?$/.exec(written) ?? [];
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (!operator) throw new PolicyError(`Invalid Condition type : ${written}.`);
  const tests = values.map(operator.test);
  const { negated } = operator;
  const holds = (context: Context) => (given: string) =>
    tests.some((test) => test(given, context)) !== negated;
  // A key the request does not carry fails a positive operator and passes a negated one; with sets it
  // passes ForAllValues and fails ForAnyValue:
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
  const absent = ifExists !== undefined || (set === undefined ? negated : set === 'ForAllValues');
  const every = set === undefined ? negated : set === 'ForAllValues';
  return (context) => {
    const given = context.get(key);
    if (given === undefined || given.length === 0) return absent;
    return every ? given.every(holds(context)) : given.some(holds(context));
  };
}

/** Null asks whether a key is absent (`true`) or there (`false`). */
function nullCondition(key: string, values: readonly string[]): Condition {
  const wanted = values.map((value) => readBool(value));
  return (context) => wanted.includes(context.get(key) === undefined);
}

const pair = (name: string, other: string, test: Operator['test']): [string, Operator][] => [
  [name, { negated: false, test }],
  [other, { negated: true, test }],
];
const single = (name: string, test: Operator['test']): [string, Operator] => [name, { negated: false, test }];

const compared =
  (read: (text: string) => number, holds: (given: number, value: number) => boolean): Operator['test'] =>
  (written) => {
    const value = read(written);
    if (Number.isNaN(value)) throw new PolicyError(`Invalid condition value : ${written}.`);
    return (given) => holds(read(given), value);
  };

const comparisons = (kind: 'Numeric' | 'Date', read: (text: string) => number): [string, Operator][] => [
  ...pair(
    `${kind}Equals`,
    `${kind}NotEquals`,
    compared(read, (given, value) => given === value),
  ),
  single(
    `${kind}LessThan`,
    compared(read, (given, value) => given < value),
  ),
  single(
    `${kind}LessThanEquals`,
    compared(read, (given, value) => given <= value),
  ),
  single(
    `${kind}GreaterThan`,
    compared(read, (given, value) => given > value),
  ),
  single(
    `${kind}GreaterThanEquals`,
    compared(read, (given, value) => given >= value),
  ),
];

const operators: Readonly<Record<string, Operator>> = Object.fromEntries([
  ...pair('StringEquals', 'StringNotEquals', (value) => patternOf(value, { wildcards: false })),
  ...pair('StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', (value) =>
    patternOf(value, { wildcards: false, anyCase: true }),
  ),
  ...pair('StringLike', 'StringNotLike', (value) => patternOf(value, { wildcards: true })),
  ...pair('ArnEquals', 'ArnNotEquals', arnTest),
  ...pair('ArnLike', 'ArnNotLike', arnTest),
  ...pair('IpAddress', 'NotIpAddress', addressTest),
  ...comparisons('Numeric', (text) => (text.trim() === '' ? Number.NaN : Number(text))),
  ...comparisons('Date', readDate),
  single('Bool', (value) => {
    const wanted = readBool(value);
    return (given) => (given.toLowerCase() === 'true') === wanted;
  }),
  single('BinaryEquals', (value) => (given) => given === value),
]);

/** Equals and Like are the same for ARNs: each of the six parts is compared by itself, with wildcards. */
function arnTest(written: string): Test {
  const parts = arnParts(written).map((part) => patternOf(part, { wildcards: true }));
  return (given, context) => {
    const others = arnParts(given);
    return parts.length === others.length && parts.every((part, at) => part(others[at] ?? '', context));
  };
}

function arnParts(arn: string): string[] {
  // A variable has colons too: `${aws:username}`.
  const parts = arn.match(/(?:\$\{[^}]*\}|[^:])*(?::|$)/g)?.map((part) => part.replace(/:$/, '')) ?? [];
  const whole = arn.endsWith(':') ? parts : parts.slice(0, -1);
  return whole.length <= 6 ? whole : [...whole.slice(0, 5), whole.slice(5).join(':')];
}

function addressTest(written: string): Test {
  const [network = '', bits] = written.split('/');
  const family = isIP(network);
  const longest = family === 4 ? 32 : 128;
  const prefix = bits === undefined ? longest : Number(bits);
  if (family === 0 || !(Number.isInteger(prefix) && prefix >= 0 && prefix <= longest)) {
    throw new PolicyError(`Invalid condition value : ${written}.`);
  }
  const range = new BlockList();
  range.addSubnet(network, prefix, family === 4 ? 'ipv4' : 'ipv6');
  return (given) => {
    const address = given.replace(/^::ffff:(?=\d+\.)/i, '');
    const kind = isIP(address);
    return kind !== 0 && range.check(address, kind === 4 ? 'ipv4' : 'ipv6');
  };
}

/** An ISO 8601 instant or seconds since 1970, as milliseconds; NaN for anything else. */
function readDate(text: string): number {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}

function readBool(value: string): boolean {
  const folded = value.toLowerCase();
  if (folded !== 'true' && folded !== 'false') throw new PolicyError(`Invalid condition value : ${value}.`);
  return folded === 'true';
}
