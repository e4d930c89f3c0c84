import { malformedQuery } from '../errors.ts';

/** A piece of a query; `at` is where it begins. */
export interface Token {
  readonly kind: 'word' | 'field' | 'number' | 'duration' | 'text' | 'regex' | 'symbol' | 'end';
  readonly value: string;
  readonly at: number;
  readonly end: number;
}

const PIECES: readonly (readonly [Token['kind'] | 'skip', RegExp])[] = [
  ['skip', /(?:\s+|#[^\n]*)+/y],
  ['text', /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/sy],
  ['field', /@?`([^`]+)`/y],
  ['duration', /\d+(?:ms|s|m|h|d|w|mo|q|y)\b/y],
  ['number', /\d+\.?\d*(?:[eE][-+]?\d+)?/y],
  ['word', /@?[A-Za-z_][\w]*(?:\.[\w@]+)*/y],
  ['symbol', /=~|!=|<>|<=|>=|[=<>()[\],|+\-*/%^]/y],
];

/** A slash after one of these begins an expression; elsewhere it divides. */
const BEFORE_REGEX = /^(like|=~)$/i;

const REGEX = /\/((?:[^/\\\n]|\\.)+)\//y;

/** What a query that cannot be read is answered, in the words AWS is known to use. */
export function unexpected(query: string, token: Pick<Token, 'value' | 'at' | 'kind'>): Error {
  const symbol = token.kind === 'end' ? '<EOF>' : token.value;
  const line = query.slice(0, token.at).split('\n').length;
  return malformedQuery(`unexpected symbol found ${symbol} at line ${line} and position ${token.at}`);
}

/** Cuts a query into pieces, from `start` on; the last one is the end. */
export function tokensOf(query: string, start: number): readonly Token[] {
  const tokens: Token[] = [];
  let parsing = false;
  for (let at = start; at < query.length; ) {
    const last = tokens.at(-1);
    const regexHere: boolean =
      last !== undefined && (BEFORE_REGEX.test(last.value) || (parsing && last.kind !== 'symbol'));
    const token: Cut = (regexHere && cut(query, at, 'regex', REGEX)) || cutAny(query, at);
    at = token.end;
    if (token.kind === 'skip') continue;
    if (!last || last.value === '|') parsing = token.value.toLowerCase() === 'parse';
    tokens.push({ ...token, kind: token.kind });
  }
  tokens.push({ kind: 'end', value: '', at: query.length, end: query.length });
  return tokens;
}

/** What was cut off, blanks and comments included. */
type Cut = Omit<Token, 'kind'> & { readonly kind: Token['kind'] | 'skip' };

function cutAny(query: string, at: number): Cut {
  for (const [kind, pattern] of PIECES) {
    const token = cut(query, at, kind, pattern);
    if (token) return token;
  }
  throw unexpected(query, { kind: 'symbol', value: query[at]!, at });
}

function cut<K extends string>(query: string, at: number, kind: K, pattern: RegExp) {
  pattern.lastIndex = at;
  const found = pattern.exec(query);
  if (!found) return undefined;
  const inner = found[1] ?? found[2];
  const value = kind === 'text' ? (inner ?? '').replace(/\\(["'\\])/g, '$1') : named(found[0], inner);
  return { kind, value, at, end: at + found[0].length };
}

/** A field in backticks keeps the `@` that may stand before them. */
function named(whole: string, inner: string | undefined): string {
  return inner === undefined ? whole : (whole.startsWith('@') ? '@' : '') + inner;
}
