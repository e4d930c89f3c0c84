import type { Row } from './record.ts';
import { compareValues, numberOf, print, type Value } from './values.ts';

/** A function of the query language and how many values it takes. */
interface Known {
  readonly least: number;
  readonly most: number;
  readonly apply: (values: readonly Value[], row: Row) => Value;
}

const ANY = 50;
const MS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** The start of the period a time falls in; months and longer are not served. */
function floorTo(time: number | undefined, period: Value): Value {
  const parts = /^(\d+)(ms|s|m|h|d|w)$/.exec(String(period));
  const length = parts ? Number(parts[1]) * MS[parts[2]!]! : 0;
  if (time === undefined || length === 0) return undefined;
  return new Date(Math.floor(time / length) * length);
}

const ofNumber = (apply: (value: number) => number): Known => ({
  least: 1,
  most: 1,
  apply: ([value]) => {
    const number = numberOf(value);
    return number === undefined ? undefined : apply(number);
  },
});

const ofText = (apply: (text: string) => Value): Known => ({
  least: 1,
  most: 1,
  apply: ([value]) => (value === undefined ? undefined : apply(print(value))),
});

const extreme = (sign: number): Known => ({
  least: 1,
  most: ANY,
  apply: (values) =>
    values.reduce((best, value) => (sign * compareValues(value, best) > 0 ? value : best), values[0]),
});

/** The functions served: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-operations-functions.html */
export const FUNCTIONS: ReadonlyMap<string, Known> = new Map<string, Known>([
  ['abs', ofNumber(Math.abs)],
  ['ceil', ofNumber(Math.ceil)],
  ['floor', ofNumber(Math.floor)],
  ['strlen', ofText((text) => text.length)],
  ['tolower', ofText((text) => text.toLowerCase())],
  ['toupper', ofText((text) => text.toUpperCase())],
  ['trim', ofText((text) => text.trim())],
  ['greatest', extreme(1)],
  ['least', extreme(-1)],
  ['ispresent', { least: 1, most: 1, apply: ([value]) => value !== undefined }],
  ['isempty', { least: 1, most: 1, apply: ([value]) => value === undefined || value === '' }],
  ['isblank', { least: 1, most: 1, apply: ([value]) => value === undefined || print(value).trim() === '' }],
  ['coalesce', { least: 1, most: ANY, apply: (values) => values.find((value) => value !== undefined) }],
  [
    'concat',
    {
      least: 1,
      most: ANY,
      apply: (values) => values.map((value) => (value === undefined ? '' : print(value))).join(''),
    },
  ],
  [
    'strcontains',
    {
      least: 2,
      most: 2,
      apply: ([text, part]) =>
        text === undefined || part === undefined ? undefined : Number(print(text).includes(print(part))),
    },
  ],
  ['tomillis', { least: 1, most: 1, apply: ([value]) => numberOf(value) }],
  ['bin', { least: 1, most: 1, apply: ([period], row) => floorTo(numberOf(row.get('@timestamp')), period) }],
  ['datefloor', { least: 2, most: 2, apply: ([time, period]) => floorTo(numberOf(time), period) }],
]);
