import type { Context } from './context.ts';

/** Whether a text is what a policy wrote; the context fills in policy variables. */
export type Matcher = (text: string, context: Context) => boolean;

/** What a pattern says beside plain text: wildcards or not, and in which case letters are compared. */
interface Reading {
  readonly wildcards: boolean;
  readonly anyCase?: boolean;
}

const VARIABLE = /\$\{\s*([^}]*?)\s*\}/g;

/**
 * Compiles what a policy says of a text: `*` is any text, also none and across `/` and `:`; `?` is exactly
 * one character; `${key}` is the value of a condition key, taken literally, and `${key, 'x'}` is `x` without
 * one. A variable without a value matches nothing.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function patternOf(pattern: string, reading: Reading): Matcher {
  const fold = (text: string) => (reading.anyCase ? text.toLowerCase() : text);
  const wanted = fold(pattern);
  if (pattern.includes('${')) {
    return (text, context) => {
      const source = resolved(pattern, context, reading);
      return source !== undefined && regExpOf(source, reading).test(text);
    };
  }
  if (!reading.wildcards || !/[*?]/.test(pattern)) return (text) => fold(text) === wanted;
  if (/^\*+$/.test(pattern)) return () => true;
  const stem = wanted.slice(0, -1);
  if (wanted.endsWith('*') && !/[*?]/.test(stem)) return (text) => fold(text).startsWith(stem);
  const expression = regExpOf(sourceOf(pattern, reading), reading);
  return (text) => expression.test(text);
}

/** Compiles several patterns of which one must match. */
export function anyOf(patterns: readonly string[], reading: Reading): Matcher {
  const matchers = patterns.map((pattern) => patternOf(pattern, reading));
  return (text, context) => matchers.some((matches) => matches(text, context));
}

function resolved(pattern: string, context: Context, reading: Reading): string | undefined {
  let source = '';
  let end = 0;
  for (const { 0: whole, 1: name = '', index } of pattern.matchAll(VARIABLE)) {
    const value = /^[*?$]$/.test(name) ? name : variable(name, context);
    if (value === undefined) return undefined;
    source += sourceOf(pattern.slice(end, index), reading) + literal(value);
    end = index + whole.length;
  }
  return source + sourceOf(pattern.slice(end), reading);
}

function variable(name: string, context: Context): string | undefined {
  const [, key = name, fallback] = /^([^,]*?)\s*,\s*'([^']*)'$/.exec(name) ?? [];
  const values = context.get(key);
  return values?.length === 1 ? values[0] : fallback;
}

function sourceOf(pattern: string, { wildcards }: Reading): string {
  const source = literal(pattern);
  return wildcards ? source.replaceAll('\\*', '.*').replaceAll('\\?', '.') : source;
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

// Patterns with variables come back with the same values; the bound keeps odd worlds from growing it.
const MOST = 10_000;
const compiled = new Map<string, RegExp>();

function regExpOf(source: string, { anyCase = false }: Reading): RegExp {
  const key = `${anyCase}${source}`;
  const known = compiled.get(key);
  if (known) return known;
  if (compiled.size >= MOST) compiled.clear();
  const expression = new RegExp(`^${source}$`, anyCase ? 'is' : 's');
  compiled.set(key, expression);
  return expression;
}
