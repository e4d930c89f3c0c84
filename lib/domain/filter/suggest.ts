import type { FoldedSecret } from '../fold.ts';
import { countable, type Facet, facetsOf } from './facets.ts';
import { phraseText, valueWords } from './phrase.ts';
import { type FieldName, fieldNames, fields, rotationStates, type Token } from './token.ts';
import { isValue, parseToken } from './token-text.ts';
import { type Context, tellerOf } from './told.ts';

/** What the typed text may become. */
export type Suggestion =
  /** A token, and how many secrets would be left. */
  | { readonly kind: 'token'; readonly token: Token; readonly count: number }
  /** A field whose value is still to be chosen. */
  | { readonly kind: 'field'; readonly field: FieldName; readonly not: boolean };

const MOST_FIELDS = 4;
const MOST_VALUES = 6;

/**
 * What typed text may become, from the data: fields that are called so, states and values that contain it, days,
 * and names. A leading minus or "not" turns all of them round. Asked of the secrets that match the applied tokens.
 */
export function suggestions(typed: string, base: readonly FoldedSecret[], context: Context): Suggestion[] {
  const [, minus, rest = ''] = /^(\s*-|\s*not\s+)?([\s\S]*)$/i.exec(typed) ?? [];
  // `region is not us-west-2`, as the token itself reads.
  const [, key, value] = /^\s*(\S.*?)\s+is\s+not\s+(\S.*)$/i.exec(rest) ?? [];
  const not = minus !== undefined || value !== undefined;
  const text = (value === undefined ? rest : `${key} is ${value}`).trim().toLowerCase();
  const named = fieldNames
    .filter((field) => isCalled(field, text) && (field !== 'account' || context.accounts))
    .slice(0, text === '' ? fieldNames.length : MOST_FIELDS);
  const asFields = named.map((field): Suggestion => ({ kind: 'field', field, not }));
  if (text === '') return asFields;
  const written = parseToken(typed.trim());
  const found = [
    ...states(text),
    ...daySpans(text),
    ...dates(text),
    ...values(text, base, context),
    ...asText(rest.trim()),
  ].map(({ token, count }) => ({ token: { ...token, not }, count: not ? undefined : count }));
  const seen = new Set<string>();
  const counted = [...(written ? [{ token: written, count: undefined }] : []), ...found].flatMap(
    ({ token, count = countOf(token, base, context) }): Suggestion[] => {
      const phrase = phraseText(token);
      if (seen.has(phrase)) return [];
      seen.add(phrase);
      return [{ kind: 'token', token, count }];
    },
  );
  const open = asFields.filter(withoutFlag);
  return written ? [...counted, ...open] : [...open, ...counted];
}

interface Candidate {
  readonly token: Token;
  /** Where it is known already. */
  readonly count?: number;
}

const tokenOf = (field: FieldName, ...values: string[]): Token => ({ field, not: false, values });

function countOf(token: Token, base: readonly FoldedSecret[], context: Context): number {
  const teller = tellerOf(token, context);
  return base.reduce((sum, secret) => sum + (teller(secret) ? 1 : 0), 0);
}

// A flag has no value to choose: it is suggested as the token it is.
const withoutFlag = (suggestion: Suggestion) =>
  suggestion.kind !== 'field' || fields[suggestion.field].form !== 'flag';

const begins = (text: string, start: string) => ` ${text.toLowerCase()}`.includes(` ${start}`);

function isCalled(field: FieldName, text: string): boolean {
  const { title, also = '' } = fields[field];
  return text === '' || begins(title, text) || begins(also, text);
}

function states(text: string): Candidate[] {
  const state = text.replace(/^rotation\s+(?:is\s+)?/, '');
  const rotation = rotationStates
    .filter((each) => begins(valueWords('rotation', each), state) || each.startsWith(state))
    .map((each) => ({ token: tokenOf('rotation', each) }));
  const flags = fieldNames
    .filter((field) => fields[field].form === 'flag' && isCalled(field, text))
    .map((field) => ({ token: tokenOf(field) }));
  return [...rotation, ...flags];
}

// `90`, `90d`, `unused 90 days`, `changed 7 d`.
function daySpans(text: string): Candidate[] {
  const [, word = '', count] = /^([a-z ]*?)\s*([1-9]\d{0,4})\s*(?:d|days?)?$/.exec(text) ?? [];
  if (count === undefined) return [];
  return (['unused', 'changed', 'created', 'rotates'] as const)
    .filter((field) => isCalled(field, word.replace(/\s*(?:for|in the last|within|since)$/, '').trim()))
    .map((field) => ({ token: tokenOf(field, `${count}d`) }));
}

// `2026-10-01`, `changed since 2026-10-01`.
function dates(text: string): Candidate[] {
  const [, word = '', date = ''] = /^([a-z ]*?)\s*(\d{4}-\d\d-\d\d)$/.exec(text) ?? [];
  return (['changed', 'created'] as const)
    .filter((field) => isValue(field, date) && isCalled(field, word.replace(/\s*since$/, '').trim()))
    .map((field) => ({ token: tokenOf(field, date) }));
}

// No name has a space: words are looked for in everything that is written of a secret.
function asText(text: string): Candidate[] {
  const field = /\s/.test(text) ? 'text' : 'name';
  return isValue(field, text) ? [{ token: tokenOf(field, text) }] : [];
}

const known = new WeakMap<readonly FoldedSecret[], ReadonlyMap<FieldName, readonly Facet[]>>();

function values(text: string, base: readonly FoldedSecret[], { now, accounts }: Context): Candidate[] {
  let all = known.get(base);
  if (!all) {
    const names = fieldNames.filter((field) => countable(field) && field !== 'rotation');
    all = new Map(names.map((field) => [field, facetsOf(field, base, now)]));
    known.set(base, all);
  }
  const found = [...all].flatMap(([field, facets]) => {
    if (field === 'account' && !accounts) return [];
    const own = valueIn(field, text);
    return facets.flatMap(({ value, count }) => {
      const closeness =
        closenessOf(field, value, text) ?? (own === undefined ? undefined : closenessOf(field, value, own));
      return closeness === undefined ? [] : [{ field, value, count, closeness }];
    });
  });
  return found
    .sort((a, b) => a.closeness - b.closeness || b.count - a.count)
    .slice(0, MOST_VALUES)
    .map(({ field, value, count }) => ({ token: tokenOf(field, value), count }));
}

// What stands behind the field in a phrase: `region us-west-2`, `in us-west-2`, `owner is payments`, `tag env is prod`.
function valueIn(field: FieldName, text: string): string | undefined {
  const names = [
    fields[field].title.toLowerCase(),
    field,
    ...(field === 'region' ? ['in region', 'in'] : []),
  ];
  const name = names.find((each) => text.startsWith(`${each} `));
  if (name === undefined) return undefined;
  const value = text
    .slice(name.length)
    .trim()
    .replace(/^is\s+/, '');
  return (field === 'tag' ? value.replace(/\s+is\s+/, '=') : value) || undefined;
}

// 0: the value is the text; 1: it begins so; 2: it contains it. A tag counts by its value as well as whole.
function closenessOf(field: FieldName, value: string, text: string): number | undefined {
  if (value === '') return text === 'none' ? 0 : undefined;
  const words = [valueWords(field, value), value].map((each) => each.toLowerCase());
  const forms = field === 'tag' ? [...words, words[0]!.slice(words[0]!.indexOf('=') + 1)] : words;
  if (forms.includes(text)) return 0;
  if (forms.some((form) => form.startsWith(text))) return 1;
  return text.length > 1 && forms.some((form) => form.includes(text)) ? 2 : undefined;
}
