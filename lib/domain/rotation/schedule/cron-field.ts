/** The numbers a part of a cron expression may hold, and the names some of them have. */
export interface CronRange {
  readonly from: number;
  readonly to: number;
  /** Name of the first number, of the second, and so on. */
  readonly names?: readonly string[];
}

/**
 * The numbers one field of a cron expression names, rising: single ones, ranges, steps and lists of them; undefined
 * where it is not well formed. A step without a beginning begins with the first: `/8`.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html
 */
export function cronNumbers(text: string, range: CronRange): readonly number[] | undefined {
  const found = new Set<number>();
  for (const part of text.split(',')) {
    const numbers = numbersOf(part, range);
    if (!numbers) return undefined;
    for (const number of numbers) found.add(number);
  }
  return [...found].sort((a, b) => a - b);
}

function numbersOf(part: string, range: CronRange): readonly number[] | undefined {
  const [span = '', step, ...more] = part.split('/');
  if (more.length > 0 || (step !== undefined && !/^[1-9]\d?$/.test(step))) return undefined;
  const ends = endsOf(span, range, step !== undefined);
  if (!ends) return undefined;
  const [first, last] = ends;
  const by = step === undefined ? 1 : Number(step);
  return Array.from({ length: Math.floor((last - first) / by) + 1 }, (_, at) => first + at * by);
}

function endsOf(span: string, range: CronRange, stepped: boolean): readonly [number, number] | undefined {
  if (span === '*' || (span === '' && stepped)) return [range.from, range.to];
  const [low = '', high, ...more] = span.split('-');
  const first = cronNumber(low, range);
  const last = high === undefined ? (stepped ? range.to : first) : cronNumber(high, range);
  if (more.length > 0 || first === undefined || last === undefined || last < first) return undefined;
  return [first, last];
}

/** One number of a field, by figure or name; undefined outside of its range. */
export function cronNumber(text: string, { from, to, names }: CronRange): number | undefined {
  const named = names?.indexOf(text.toUpperCase()) ?? -1;
  if (named >= 0) return from + named;
  if (!/^\d{1,2}$/.test(text)) return undefined;
  const number = Number(text);
  return number >= from && number <= to ? number : undefined;
}
