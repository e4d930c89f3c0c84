import { invalidPattern, PatternReader, readComparison } from './operand.ts';

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/matching-terms-unstructured-log-events.html

/** One column: what its text must meet, or that any number of columns may stand there. */
type Column = { readonly meets: (text: string) => boolean } | 'any number';

const BARE = /[^\s,\]&|"%]+/y;

/** `[ip, user, status = 4*, ...]`: a message cut at its spaces, each part a column. */
export function parseColumns(pattern: string): (message: string) => boolean {
  const reader = new PatternReader(pattern);
  reader.expect('[');
  const columns: Column[] = [];
  do columns.push(column(reader));
  while (comma(reader));
  reader.expect(']');
  reader.space();
  const gap = columns.indexOf('any number');
  if (!reader.done || gap !== columns.lastIndexOf('any number')) throw invalidPattern();
  return (message) => fits(columns, gap, message);
}

function comma(reader: PatternReader): boolean {
  reader.space();
  return reader.take(',');
}

function column(reader: PatternReader): Column {
  reader.space();
  if (reader.take('...')) return 'any number';
  const name = reader.takeMatch(/[\w-]+/y)?.[0];
  if (name === undefined) throw invalidPattern();
  reader.space();
  if (/[,\]]/.test(reader.peek())) return { meets: () => true };
  // `&&` binds tighter than `||`; every condition of a column is about that column.
  const options = [conditions(reader, name)];
  for (reader.space(); reader.take('||'); reader.space()) options.push(named(reader, name));
  return { meets: (text) => options.some((test) => test(text)) };
}

function named(reader: PatternReader, name: string): (text: string) => boolean {
  reader.space();
  if (reader.takeMatch(/[\w-]+/y)?.[0] !== name) throw invalidPattern();
  return conditions(reader, name);
}

function conditions(reader: PatternReader, name: string): (text: string) => boolean {
  const tests = [readComparison(reader, BARE)];
  for (reader.space(); reader.take('&&'); reader.space()) {
    reader.space();
    if (reader.takeMatch(/[\w-]+/y)?.[0] !== name) throw invalidPattern();
    tests.push(readComparison(reader, BARE));
  }
  return (text) => tests.every((test) => test(text));
}

/** Text in brackets or in quotes is one part. */
const PART = /\[[^\]]*\]|"[^"]*"|\S+/g;

function fits(columns: readonly Column[], gap: number, message: string): boolean {
  const parts = message.match(PART) ?? [];
  if (gap === -1) {
    if (parts.length < columns.length) return false;
    // The last column takes what is left of the line.
    const rest = parts.slice(columns.length - 1).join(' ');
    return every(columns, [...parts.slice(0, columns.length - 1), rest]);
  }
  const behind = columns.length - gap - 1;
  if (parts.length < gap + behind) return false;
  const tail = behind === 0 ? [] : parts.slice(-behind);
  return every(columns.slice(0, gap), parts) && every(columns.slice(gap + 1), tail);
}

function every(columns: readonly Column[], parts: readonly string[]): boolean {
  return columns.every((column, at) => column === 'any number' || column.meets(unquoted(parts[at] ?? '')));
}

function unquoted(part: string): string {
  return /^".*"$|^\[.*\]$/s.test(part) ? part.slice(1, -1) : part;
}
