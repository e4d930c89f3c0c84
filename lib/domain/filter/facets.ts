import type { FoldedSecret } from '../fold.ts';
import { type FieldName, fields } from './token.ts';
import { writeTag } from './token-text.ts';
import { valuesOf } from './told.ts';

/** A value that secrets have, and how many of them. */
export interface Facet {
  readonly value: string;
  readonly count: number;
}

/** The fields whose values can be counted. */
export const countable = (field: FieldName): boolean => ['choice', 'tag'].includes(fields[field].form);

/**
 * The values of a field among secrets, the most frequent first. Asked of those that match the other tokens, it
 * says how many would match with each value. Of a tag both the key and each of its values are counted.
 */
export function facetsOf(field: FieldName, secrets: readonly FoldedSecret[], now: number): readonly Facet[] {
  const counts = field === 'tag' ? tagCounts(secrets) : new Map<string, number>();
  if (isCounted(field)) {
    for (const secret of secrets) {
      for (const value of valuesOf[field](secret, now) ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

const isCounted = (field: FieldName): field is keyof typeof valuesOf => Object.hasOwn(valuesOf, field);

// Spelt out at the end: there are far more secrets than different tags.
function tagCounts(secrets: readonly FoldedSecret[]): Map<string, number> {
  const keys = new Map<string, Map<string, number>>();
  for (const { shown } of secrets) {
    for (const key in shown.tags) {
      const value = shown.tags[key]!;
      let values = keys.get(key);
      if (!values) {
        values = new Map();
        keys.set(key, values);
      }
      values.set(value, (values.get(value) ?? 0) + 1);
    }
  }
  const counts = new Map<string, number>();
  for (const [key, values] of keys) {
    let sum = 0;
    for (const [value, count] of values) {
      counts.set(writeTag({ key, value }), count);
      sum += count;
    }
    counts.set(writeTag({ key }), sum);
  }
  return counts;
}
