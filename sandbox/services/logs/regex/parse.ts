import { parseClass } from './class.ts';
import { Reader } from './reader.ts';
import { CLASSES, type Node, RegexError, unitNode } from './syntax.ts';

/** Above this a counted repetition is refused: it is unrolled. */
const MAX_REPEAT = 1000;

/** Groups may stand in each other this deep. */
const MAX_DEPTH = 50;

/**
 * Parses the part of the usual notation that can be matched in linear time: no references back, no looking
 * around. `(?i)` in front makes it ignore case. Throws RegexError.
 */
export function parseRegex(source: string): Node {
  const reader = new Reader(source);
  const anyCase = reader.take('(?i)');
  const node = either(reader, anyCase, 0);
  if (!reader.done) throw new RegexError(reader.at);
  return node;
}

function either(reader: Reader, anyCase: boolean, depth: number): Node {
  if (depth > MAX_DEPTH) throw new RegexError(reader.at);
  const options = [sequence(reader, anyCase, depth)];
  while (reader.take('|')) options.push(sequence(reader, anyCase, depth));
  return options.length === 1 ? options[0]! : { kind: 'either', options };
}

function sequence(reader: Reader, anyCase: boolean, depth: number): Node {
  const items: Node[] = [];
  while (!reader.done && !reader.sees('|') && !reader.sees(')')) {
    items.push(repeated(reader, atom(reader, anyCase, depth)));
  }
  return items.length === 1 ? items[0]! : { kind: 'sequence', items };
}

function repeated(reader: Reader, node: Node): Node {
  const counts = quantifier(reader);
  if (!counts) return node;
  const greedy = !reader.take('?');
  if (quantifier(reader)) throw new RegexError(reader.at);
  return { kind: 'repeat', node, ...counts, greedy };
}

function quantifier(reader: Reader): { min: number; max: number } | undefined {
  if (reader.take('*')) return { min: 0, max: Number.POSITIVE_INFINITY };
  if (reader.take('+')) return { min: 1, max: Number.POSITIVE_INFINITY };
  if (reader.take('?')) return { min: 0, max: 1 };
  const counted = reader.takeMatch(/\{(\d{1,4})(,(\d{0,4}))?\}/y);
  if (!counted) return undefined;
  const min = Number(counted[1]);
  const open = counted[2] !== undefined && counted[3] === '';
  const max = open ? Number.POSITIVE_INFINITY : Number(counted[3] ?? min);
  if (max < min || Math.max(min, open ? 0 : max) > MAX_REPEAT) throw new RegexError(reader.at);
  return { min, max };
}

function atom(reader: Reader, anyCase: boolean, depth: number): Node {
  const start = reader.at;
  if (reader.take('(')) return group(reader, anyCase, depth);
  if (reader.take('[')) return { kind: 'unit', test: parseClass(reader, anyCase) };
  if (reader.take('.')) return { kind: 'unit', test: (unit) => unit !== 10 && unit !== 13 };
  if (reader.take('^')) return { kind: 'at', place: 'start' };
  if (reader.take('$')) return { kind: 'at', place: 'end' };
  if (reader.take('\\')) return escaped(reader, anyCase);
  const unit = reader.next();
  if ('*+?'.includes(unit)) throw new RegexError(start);
  return unitNode(unit, anyCase);
}

function group(reader: Reader, anyCase: boolean, depth: number): Node {
  const silent = reader.take('?:');
  const name = silent ? undefined : reader.takeMatch(/\?P?<([A-Za-z]\w*)>/y)?.[1];
  if (!silent && !name && reader.sees('?')) throw new RegexError(reader.at);
  const node = either(reader, anyCase, depth + 1);
  if (!reader.take(')')) throw new RegexError(reader.at);
  return silent ? node : { kind: 'group', node, name };
}

function escaped(reader: Reader, anyCase: boolean): Node {
  if (reader.take('b')) return { kind: 'at', place: 'boundary' };
  if (reader.take('B')) return { kind: 'at', place: 'no boundary' };
  const letter = reader.peek();
  const test = CLASSES.get(letter);
  if (test) {
    reader.next();
    return { kind: 'unit', test };
  }
  return unitNode(reader.escape(), anyCase);
}
