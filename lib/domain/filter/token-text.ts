import { type FieldName, fields, rotationStates, type Token } from './token.ts';

const FORM = /^(-?)([a-z]+)(?::([\s\S]*))?$/;
const MOST_VALUES = 100;

/**
 * A token as an address spells it: `region:us-east-1,us-west-2`, `-tag:env=sandbox`, `unused:90d`, `deleted`.
 * A backslash takes the meaning from a comma, and from an equals sign in a tag's key.
 */
export function writeToken({ field, not, values }: Token): string {
  const head = `${not ? '-' : ''}${field}`;
  if (fields[field].form === 'flag') return head;
  return `${head}:${values.map((value) => value.replace(/[\\,]/g, '\\$&')).join(',')}`;
}

/** Reads a token; undefined where it is not understood as a whole, for half of it would mean something else. */
export function parseToken(text: string): Token | undefined {
  const [, minus, name = '', rest] = FORM.exec(text) ?? [];
  if (!Object.hasOwn(fields, name)) return undefined;
  const field = name as FieldName;
  const not = minus === '-';
  if (fields[field].form === 'flag') return rest === undefined ? { field, not, values: [] } : undefined;
  if (rest === undefined) return undefined;
  const values = [...new Set(splitAt(rest, ','))];
  const single = ['days', 'since', 'text'].includes(fields[field].form) && field !== 'name';
  if (values.length > (single ? 1 : MOST_VALUES) || !values.every((value) => isValue(field, value))) {
    return undefined;
  }
  return { field, not, values };
}

/** Whether a field can have this value. */
export function isValue(field: FieldName, value: string): boolean {
  switch (fields[field].form) {
    case 'days':
      return daysIn(value) !== undefined;
    case 'since':
      return daysIn(value) !== undefined || isDate(value);
    case 'tag':
      return readTag(value) !== undefined;
    case 'text':
      return value.trim() !== '' && value.length <= 500;
    case 'flag':
      return false;
    case 'choice':
      if (field === 'rotation') return rotationStates.some((state) => state === value);
      if (field === 'region') return /^[a-z0-9-]{1,40}$/.test(value);
      return value === '' ? fields[field].none === true : value.length <= 2_048;
  }
}

/** What a written text means as values: several names with commas between them, which no name has; else one text. */
export function textValues(field: FieldName, text: string): readonly string[] {
  if (field !== 'name') return [text.trim()];
  return text.split(',').flatMap((part) => part.trim() || []);
}

/** The number of days a value means: `90d` is 90. */
export function daysIn(value: string): number | undefined {
  const [, count] = /^([1-9]\d{0,4})d$/.exec(value) ?? [];
  return count === undefined ? undefined : Number(count);
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  // Some readers of dates take 31 February for 3 March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** A tag as the value of a token; without `value` any value of the key will do. */
export interface TagValue {
  readonly key: string;
  readonly value?: string;
}

/** `env=prod`, or `env` for any value of it. */
export function writeTag({ key, value }: TagValue): string {
  const head = key.replace(/[\\=]/g, '\\$&');
  return value === undefined ? head : `${head}=${value}`;
}

/** Reads a tag; undefined without a key, or where a backslash stands for nothing. */
export function readTag(text: string): TagValue | undefined {
  const [, key, value] = /^((?:[^\\=]|\\[\\=])+)(?:=([\s\S]*))?$/.exec(text) ?? [];
  if (key === undefined) return undefined;
  return { key: key.replace(/\\(.)/g, '$1'), ...(value === undefined ? {} : { value }) };
}

function splitAt(text: string, separator: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === separator) {
      parts.push(part);
      part = '';
    } else part += char === '\\' ? (text[++at] ?? char) : char;
  }
  return [...parts, part];
}
