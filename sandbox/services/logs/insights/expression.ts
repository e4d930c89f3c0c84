import { createRegex } from '../regex/regex.ts';
import { RegexError } from '../regex/syntax.ts';
import { FUNCTIONS } from './functions.ts';
import type { Parser } from './parser.ts';
import type { Row } from './record.ts';
import type { Token } from './tokens.ts';
import { compareValues, isTrue, numberOf, print, type Value } from './values.ts';

/** What an expression gives for a row. */
export type Expression = (row: Row) => Value;

/** Expressions may stand in each other this deep. */
const MAX_DEPTH = 50;

/** An expression with `or`, `and`, `not`, comparisons, arithmetic and functions. */
export function parseExpression(parser: Parser, depth = 0): Expression {
  if (depth > MAX_DEPTH) throw parser.unexpected();
  const options = [parseAnd(parser, depth)];
  while (parser.take('or')) options.push(parseAnd(parser, depth));
  return options.length === 1 ? options[0]! : (row) => options.some((option) => isTrue(option(row)));
}

function parseAnd(parser: Parser, depth: number): Expression {
  const parts = [parseNot(parser, depth)];
  while (parser.take('and')) parts.push(parseNot(parser, depth));
  return parts.length === 1 ? parts[0]! : (row) => parts.every((part) => isTrue(part(row)));
}

function parseNot(parser: Parser, depth: number): Expression {
  let negated = false;
  while (parser.take('not')) negated = !negated;
  const inner = parseComparison(parser, depth);
  return negated ? (row) => !isTrue(inner(row)) : inner;
}

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

function parseComparison(parser: Parser, depth: number): Expression {
  const left = parseSum(parser, depth);
  const { kind, value } = parser.peek();
  const holds = kind === 'symbol' && Object.hasOwn(COMPARISONS, value) ? COMPARISONS[value] : undefined;
  if (holds) {
    parser.next();
    const right = parseSum(parser, depth);
    return (row) => {
      const [one, other] = [left(row), right(row)];
      if (one === undefined || other === undefined) return value === '!=' && one !== other;
      return holds(compareValues(one, other));
    };
  }
  const negated = parser.take('not');
  const test = parseMembership(parser) ?? parseLike(parser);
  if (!test) {
    if (negated) throw parser.unexpected();
    return left;
  }
  return (row) => {
    const found = left(row);
    return (found !== undefined && test(found)) !== negated;
  };
}

type Test = (value: Exclude<Value, undefined>) => boolean;

function parseMembership(parser: Parser): Test | undefined {
  if (!parser.take('in')) return undefined;
  parser.expect('[');
  const items = parser.list(() => {
    const sign = parser.take('-') ? '-' : '';
    return sign + parser.must('text', 'number').value;
  });
  parser.expect(']');
  return (value) => items.some((item) => compareValues(value, item) === 0);
}

function parseLike(parser: Parser): Test | undefined {
  if (!parser.take('like') && !parser.take('=~')) return undefined;
  const token = parser.must('text', 'regex');
  if (token.kind === 'text') return (value) => print(value).includes(token.value);
  const regex = regexOf(parser, token);
  return (value) => regex.test(print(value));
}

/** The expression a piece between slashes is, or a refusal of the query. */
export function regexOf(parser: Parser, token: Token) {
  try {
    return createRegex(token.value);
  } catch (cause) {
    if (cause instanceof RegexError) throw parser.unexpected(token);
    throw cause;
  }
}

function parseSum(parser: Parser, depth: number): Expression {
  let left = parseProduct(parser, depth);
  for (;;) {
    const sign = parser.take('+') ? 1 : parser.take('-') ? -1 : 0;
    if (sign === 0) return left;
    left = arithmetic(left, parseProduct(parser, depth), (one, other) => one + sign * other);
  }
}

function parseProduct(parser: Parser, depth: number): Expression {
  let left = parsePrimary(parser, depth);
  for (;;) {
    if (parser.take('*')) left = arithmetic(left, parsePrimary(parser, depth), (one, other) => one * other);
    else if (parser.take('/'))
      left = arithmetic(left, parsePrimary(parser, depth), (one, other) => one / other);
    else if (parser.take('%'))
      left = arithmetic(left, parsePrimary(parser, depth), (one, other) => one % other);
    else return left;
  }
}

function arithmetic(
  left: Expression,
  right: Expression,
  act: (one: number, other: number) => number,
): Expression {
  return (row) => {
    const [one, other] = [numberOf(left(row)), numberOf(right(row))];
    if (one === undefined || other === undefined) return undefined;
    const result = act(one, other);
    return Number.isFinite(result) ? result : undefined;
  };
}

function parsePrimary(parser: Parser, depth: number): Expression {
  if (depth > MAX_DEPTH) throw parser.unexpected();
  if (parser.take('(')) {
    const inner = parseExpression(parser, depth + 1);
    parser.expect(')');
    return inner;
  }
  if (parser.take('-')) {
    const inner = parsePrimary(parser, depth + 1);
    return arithmetic(
      () => 0,
      inner,
      (zero, value) => zero - value,
    );
  }
  const token = parser.must('text', 'number', 'word', 'field');
  if (token.kind === 'text') return () => token.value;
  if (token.kind === 'number') return () => Number(token.value);
  if (token.kind === 'word' && parser.take('(')) return parseCall(parser, token, depth);
  return (row) => row.get(token.value);
}

function parseCall(parser: Parser, name: Token, depth: number): Expression {
  const known = FUNCTIONS.get(name.value.toLowerCase());
  if (!known) throw parser.unexpected(name);
  const values: Expression[] = [];
  while (!parser.take(')')) {
    if (values.length > 0) parser.expect(',');
    const duration = parser.peek().kind === 'duration' ? parser.next().value : undefined;
    values.push(duration === undefined ? parseExpression(parser, depth + 1) : () => duration);
  }
  if (values.length < known.least || values.length > known.most) throw parser.unexpected(name);
  return (row) =>
    known.apply(
      values.map((value) => value(row)),
      row,
    );
}
