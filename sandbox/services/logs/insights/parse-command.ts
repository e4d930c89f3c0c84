import { regexOf } from './expression.ts';
import type { Parser } from './parser.ts';
import { type Table, withFields } from './table.ts';
import { print } from './values.ts';

type Extract = (text: string) => ReadonlyMap<string, string>;

/**
 * `parse @message "user=*, host=*" as user, host` or `parse @message /user=(?<user>\S+)/`.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Parse.html
 */
export function parseParse(parser: Parser): (table: Table) => Table {
  const named = ['word', 'field'].includes(parser.peek().kind);
  const field = named ? parser.next().value : '@message';
  const pattern = parser.must('text', 'regex');
  const extract = pattern.kind === 'regex' ? byRegex(parser, pattern) : byGlob(parser, pattern.value);
  return (table) => ({
    ...table,
    rows: table.rows.map((row) => {
      const value = row.get(field);
      return value === undefined ? row : withFields(row, extract(print(value)));
    }),
  });
}

function byRegex(parser: Parser, token: Parameters<typeof regexOf>[1]): Extract {
  const regex = regexOf(parser, token);
  if (regex.names.length === 0) throw parser.unexpected(token);
  return (text) => regex.groups(text) ?? new Map();
}

function byGlob(parser: Parser, glob: string): Extract {
  const [first = '', ...rest] = glob.split('*');
  parser.expect('as');
  const names = parser.list(() => parser.must('word', 'field').value);
  if (names.length !== rest.length) throw parser.unexpected();
  return (text) => {
    const found = new Map<string, string>();
    const start = text.indexOf(first);
    if (start === -1) return found;
    let from = start + first.length;
    for (const [at, part] of rest.entries()) {
      // An asterisk takes as little as it can; the last one, with nothing behind it, takes all.
      const to = part === '' && at === rest.length - 1 ? text.length : text.indexOf(part, from);
      if (to === -1) return new Map();
      found.set(names[at]!, text.slice(from, to));
      from = to + part.length;
    }
    return found;
  };
}
