import { type Expression, parseExpression } from './expression.ts';
import type { Parser } from './parser.ts';
import type { Row } from './record.ts';
import type { Table } from './table.ts';
import { compareValues, numberOf, print, type Value } from './values.ts';

type Summary = (values: readonly Exclude<Value, undefined>[]) => Value;

const numbers = (values: readonly Value[]) => values.map(numberOf).filter((value) => value !== undefined);
const sum = (values: readonly Value[]) => numbers(values).reduce((total, value) => total + value, 0);

/** The aggregations served, each over the values of its field that are there. */
const SUMMARIES: ReadonlyMap<string, Summary> = new Map<string, Summary>([
  ['count', (values) => values.length],
  ['count_distinct', (values) => new Set(values.map(print)).size],
  ['sum', sum],
  ['avg', (values) => (numbers(values).length === 0 ? undefined : sum(values) / numbers(values).length)],
  ['min', (values) => values.toSorted(compareValues)[0]],
  ['max', (values) => values.toSorted(compareValues).at(-1)],
]);

interface Named {
  readonly name: string;
  readonly value: Expression;
}

interface Column {
  readonly name: string;
  readonly summarize: (rows: readonly Row[]) => Value;
}

/**
 * `stats count(*) as n by bin(5m), level`. Groups come in the order of their first row; AWS promises none.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Stats.html
 */
export function parseStats(parser: Parser): (table: Table) => Table {
  const columns = parser.list(() => parseColumn(parser));
  const keys = parser.take('by') ? parser.list(() => parseNamed(parser)) : [];
  return ({ rows, matched }) => {
    const groups = new Map<string, { key: readonly Value[]; rows: Row[] }>();
    for (const row of rows) {
      const key = keys.map(({ value }) => value(row));
      const text = JSON.stringify(key.map((value) => (value === undefined ? null : print(value))));
      const group = groups.get(text) ?? { key, rows: [] };
      groups.set(text, group);
      group.rows.push(row);
    }
    // Without `by` there is one group, also of no rows.
    if (keys.length === 0 && groups.size === 0) groups.set('', { key: [], rows: [] });
    const made = [...groups.values()].map(({ key, rows: members }) => {
      const fields = new Map<string, Value>(keys.map(({ name }, at) => [name, key[at]]));
      for (const { name, summarize } of columns) fields.set(name, summarize(members));
      return { get: (field: string) => fields.get(field) };
    });
    const shown = [...keys, ...columns].map(({ name }) => name);
    return { rows: made, matched, shown, aggregated: true };
  };
}

/** An expression and the name it goes by: its alias, or its own text. */
export function parseNamed(parser: Parser): Named {
  const start = parser.peek();
  const value = parseExpression(parser);
  const bare = start.kind === 'field' && parser.since(start).endsWith('`') ? start.value : undefined;
  return { name: alias(parser) ?? bare ?? parser.since(start), value };
}

function alias(parser: Parser): string | undefined {
  return parser.take('as') ? parser.must('word', 'field').value : undefined;
}

function parseColumn(parser: Parser): Column {
  const start = parser.must('word');
  const summary = SUMMARIES.get(start.value.toLowerCase());
  if (!summary) throw parser.unexpected(start);
  parser.expect('(');
  const counting = start.value.toLowerCase() === 'count';
  const all = counting && (parser.take('*') || parser.peek().value === ')');
  const value = all ? () => true : parseExpression(parser);
  parser.expect(')');
  const text = parser.since(start);
  return {
    name: alias(parser) ?? text,
    summarize: (rows) => summary(rows.map(value).filter((found) => found !== undefined)),
  };
}
