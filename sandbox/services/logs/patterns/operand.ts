import { invalidParameter } from '../errors.ts';
import { Reader } from '../regex/reader.ts';
import { createRegex, type Regex } from '../regex/regex.ts';
import { RegexError } from '../regex/syntax.ts';

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html

/** What AWS says of any pattern it cannot read. */
export const invalidPattern = () => invalidParameter('Invalid filter pattern');

/** A filter pattern may hold so many regular expressions. */
const MAX_REGEXES = 2;

/** Reads a filter pattern from left to right; refuses a third regular expression. */
export class PatternReader extends Reader {
  private regexes = 0;

  space(): void {
    this.takeMatch(/\s*/y);
  }

  /** Steps over a part, and the space before it, or refuses the pattern. */
  expect(part: string): void {
    this.space();
    if (!this.take(part)) throw invalidPattern();
  }

  /** A phrase in double quotes, a backslash before a quote in it; undefined if none stands here. */
  quoted(): string | undefined {
    const found = this.takeMatch(/"((?:[^"\\]|\\.)*)"/sy);
    if (!found && this.sees('"')) throw invalidPattern();
    return found?.[1]?.replace(/\\(["\\])/g, '$1');
  }

  /** A regular expression between percent signs; undefined if none stands here. */
  regex(): Regex | undefined {
    if (!this.sees('%')) return undefined;
    const source = this.takeMatch(/%([^%]+)%/y)?.[1];
    this.regexes += 1;
    if (source === undefined || this.regexes > MAX_REGEXES || !ALLOWED.test(source)) throw invalidPattern();
    try {
      return createRegex(source);
    } catch (cause) {
      if (cause instanceof RegexError) throw invalidPattern();
      throw cause;
    }
  }
}

// Letters, digits, some symbols and the operators; no parentheses, anything else as \xHH. The space is not on
// AWS's list, yet its own examples have it.
// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/regex-expressions.html
const ALLOWED = /^[A-Za-z0-9:_#=@/;,\- ^$?[\]{}|\\*+.]+$/;

/** A value of a log event that a condition is about. */
export type Scalar = string | number | boolean;

const ORDERS: Readonly<Record<string, (one: number, other: number) => boolean>> = {
  '<': (one, other) => one < other,
  '>': (one, other) => one > other,
  '<=': (one, other) => one <= other,
  '>=': (one, other) => one >= other,
};

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/;

/** An operator and what stands behind it: whether a value meets them. `bare` is an operand without quotes. */
export function readComparison(reader: PatternReader, bare: RegExp): (value: Scalar) => boolean {
  reader.space();
  const operator = reader.takeMatch(/!=|<=|>=|[=<>]/y)?.[0];
  if (operator === undefined) throw invalidPattern();
  reader.space();
  const order = ORDERS[operator];
  if (order) {
    const wanted = reader.takeMatch(bare)?.[0] ?? '';
    if (!NUMBER.test(wanted)) throw invalidPattern();
    return (value) => isNumeric(value) && order(Number(value), Number(wanted));
  }
  const equal = readEqual(reader, bare);
  return operator === '=' ? equal : (value) => !equal(value);
}

function readEqual(reader: PatternReader, bare: RegExp): (value: Scalar) => boolean {
  const regex = reader.regex();
  if (regex) return (value) => regex.test(String(value));
  const quoted = reader.quoted();
  const wanted = quoted ?? reader.takeMatch(bare)?.[0] ?? '';
  if (quoted === undefined && wanted === '') throw invalidPattern();
  if (wanted.includes('*')) return (value) => like(wanted.split('*'), String(value));
  if (quoted === undefined && NUMBER.test(wanted)) {
    return (value) => (isNumeric(value) ? Number(value) === Number(wanted) : value === wanted);
  }
  return (value) => String(value) === wanted;
}

function isNumeric(value: Scalar): boolean {
  return typeof value === 'number' || (typeof value === 'string' && NUMBER.test(value));
}

/** Whether a text is these parts in this order with any text between them. */
function like(parts: readonly string[], text: string): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.pop() ?? '';
  if (text.length < first.length + last.length) return false;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found === -1 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}
