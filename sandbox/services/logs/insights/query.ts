import { parseExpression } from './expression.ts';
import { parseParse } from './parse-command.ts';
import { Parser } from './parser.ts';
import type { Row } from './record.ts';
import { parseNamed, parseStats } from './stats.ts';
import { type Table, withFields } from './table.ts';
import { compareValues, isTrue, print } from './values.ts';

type Stage = (table: Table) => Table;

/** Fields that are shown when a query names none. */
const DEFAULT_FIELDS = ['@timestamp', '@message'];

/** A query's answer: each row's fields in their order, and how many events passed its filters. */
export interface Answer {
  readonly rows: readonly (readonly (readonly [field: string, value: string])[])[];
  readonly matched: number;
}

/**
 * Reads a query of the Logs Insights language, beginning at `start` of the text. Served are fields, display,
 * filter, sort, limit, stats, parse and dedup; the rest is refused as MalformedQueryException.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html
 */
export function compileQuery(text: string, start: number): (rows: readonly Row[], limit: number) => Answer {
  const parser = new Parser(text, start);
  const stages: Stage[] = [];
  do stages.push(parseCommand(parser));
  while (parser.take('|'));
  if (parser.peek().kind !== 'end') throw parser.unexpected();
  return (rows, limit) => {
    const first: Table = { rows, matched: rows.length, shown: undefined, aggregated: false };
    const table = stages.reduce((before, stage) => stage(before), first);
    return { rows: table.rows.slice(0, limit).map((row) => printed(row, table)), matched: table.matched };
  };
}

/** Fields without a value are left out; a row that is an event ends with its pointer. */
function printed(row: Row, { shown = DEFAULT_FIELDS, aggregated }: Table) {
  const fields = aggregated ? shown : [...new Set([...shown, '@ptr'])];
  return fields.flatMap((field) => {
    const value = row.get(field);
    return value === undefined ? [] : [[field, print(value)] as const];
  });
}

const COMMANDS: Readonly<Record<string, (parser: Parser) => Stage>> = {
  fields: parseFields,
  display: parseDisplay,
  filter: parseFilter,
  sort: parseSort,
  limit: parseLimit,
  stats: parseStats,
  parse: parseParse,
  dedup: parseDedup,
};

function parseCommand(parser: Parser): Stage {
  const name = parser.must('word');
  const key = name.value.toLowerCase();
  if (!Object.hasOwn(COMMANDS, key)) throw parser.unexpected(name);
  return COMMANDS[key]!(parser);
}

function parseFields(parser: Parser): Stage {
  const named = parser.list(() => parseNamed(parser));
  return (table) => ({
    ...table,
    shown: [...new Set([...(table.shown ?? []), ...named.map(({ name }) => name)])],
    rows: table.rows.map((row) =>
      withFields(row, new Map(named.map(({ name, value }) => [name, value(row)] as const))),
    ),
  });
}

function parseDisplay(parser: Parser): Stage {
  const shown = parser.list(() => parser.must('word', 'field').value);
  return (table) => ({ ...table, shown });
}

function parseFilter(parser: Parser): Stage {
  const condition = parseExpression(parser);
  return (table) => {
    const rows = table.rows.filter((row) => isTrue(condition(row)));
    return { ...table, rows, matched: table.aggregated ? table.matched : rows.length };
  };
}

function parseSort(parser: Parser): Stage {
  const keys = parser.list(() => {
    const { value } = parseNamed(parser);
    const descending = parser.take('desc') || (parser.take('asc') && false);
    return { value, direction: descending ? -1 : 1 };
  });
  const compare = (one: Row, other: Row) => {
    for (const { value, direction } of keys) {
      const order = direction * compareValues(value(one), value(other));
      if (order !== 0) return order;
    }
    return 0;
  };
  return (table) => ({ ...table, rows: table.rows.toSorted(compare) });
}

function parseLimit(parser: Parser): Stage {
  const token = parser.must('number');
  const count = Number(token.value);
  if (!Number.isInteger(count) || count < 1) throw parser.unexpected(token);
  return (table) => ({ ...table, rows: table.rows.slice(0, count) });
}

function parseDedup(parser: Parser): Stage {
  const fields = parser.list(() => parser.must('word', 'field').value);
  return (table) => {
    const seen = new Set<string>();
    const rows = table.rows.filter((row) => {
      const values = fields.map((field) => row.get(field));
      const key = JSON.stringify(values.map((value) => (value === undefined ? null : print(value))));
      if (values.includes(undefined) || !seen.has(key)) {
        seen.add(key);
        return true;
      }
      return false;
    });
    return { ...table, rows };
  };
}
