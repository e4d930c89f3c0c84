import type { Reader } from './reader.ts';
import { CLASSES, RegexError, type UnitTest } from './syntax.ts';

/** The class behind an opening bracket, up to and with its closing one. */
export function parseClass(reader: Reader, anyCase: boolean): UnitTest {
  const negated = reader.take('^');
  const tests: UnitTest[] = [];
  // A bracket that closes at once stands for itself.
  do tests.push(member(reader));
  while (!reader.take(']'));
  const within: UnitTest = (unit) => tests.some((test) => test(unit));
  const inEitherCase: UnitTest = (unit) => within(unit) || within(lower(unit)) || within(upper(unit));
  const test = anyCase ? inEitherCase : within;
  return negated ? (unit) => !test(unit) : test;
}

function member(reader: Reader): UnitTest {
  const known = reader.sees('\\') ? CLASSES.get(reader.text[reader.at + 1] ?? '') : undefined;
  if (known) {
    reader.at += 2;
    return known;
  }
  const from = single(reader);
  if (!reader.sees('-') || reader.sees('-]')) return (unit) => unit === from;
  reader.take('-');
  const to = single(reader);
  if (to < from) throw new RegexError(reader.at);
  return (unit) => unit >= from && unit <= to;
}

function single(reader: Reader): number {
  return (reader.take('\\') ? reader.escape() : reader.next()).charCodeAt(0);
}

const lower = (unit: number) => String.fromCharCode(unit).toLowerCase().charCodeAt(0);
const upper = (unit: number) => String.fromCharCode(unit).toUpperCase().charCodeAt(0);
