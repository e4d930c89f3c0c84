/** What a field holds or an expression gives; undefined is nothing. Dates are printed as Insights does. */
export type Value = string | number | boolean | Date | undefined;

/** A value as a result row prints it: times in UTC with a space and no zone. */
export function print(value: Exclude<Value, undefined>): string {
  return value instanceof Date ? value.toISOString().replace('T', ' ').replace('Z', '') : String(value);
}

/** A value as a number, where it reads as one. */
export function numberOf(value: Value): number | undefined {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'boolean') return Number(value);
  if (value === undefined || value === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** Compares as numbers where both are, else as texts; nothing comes before anything. */
export function compareValues(one: Value, other: Value): number {
  if (one === undefined || other === undefined)
    return Number(one !== undefined) - Number(other !== undefined);
  const [left, right] = [numberOf(one), numberOf(other)];
  if (left !== undefined && right !== undefined) return left - right;
  const [text, against] = [print(one), print(other)];
  return text < against ? -1 : Number(text > against);
}

/** What counts as true in a filter. */
export function isTrue(value: Value): boolean {
  return value !== undefined && value !== false && value !== 0 && value !== '';
}
