import { invalidPattern, PatternReader, readComparison, type Scalar } from './operand.ts';
import { parseSelector } from './selector.ts';

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/matching-terms-json-log-events.html

type Test = (document: unknown) => boolean;

const BARE = /[\w.*+:/@-]+/y;
const MAX_DEPTH = 50;

/** `{ $.level = "ERROR" && … }`: whether a message is a JSON object that meets the conditions. */
export function parseJsonPattern(pattern: string): (message: string) => boolean {
  const reader = new PatternReader(pattern);
  reader.expect('{');
  const test = either(reader, 0);
  reader.expect('}');
  reader.space();
  if (!reader.done) throw invalidPattern();
  return (message) => {
    const document = objectOf(message);
    return document !== undefined && test(document);
  };
}

function objectOf(message: string): object | undefined {
  if (!message.trimStart().startsWith('{')) return undefined;
  try {
    return JSON.parse(message) as object;
  } catch {
    return undefined;
  }
}

function either(reader: PatternReader, depth: number): Test {
  const options = [both(reader, depth)];
  for (reader.space(); reader.take('||'); reader.space()) options.push(both(reader, depth));
  return (document) => options.some((test) => test(document));
}

function both(reader: PatternReader, depth: number): Test {
  const conditions = [condition(reader, depth)];
  for (reader.space(); reader.take('&&'); reader.space()) conditions.push(condition(reader, depth));
  return (document) => conditions.every((test) => test(document));
}

function condition(reader: PatternReader, depth: number): Test {
  if (depth > MAX_DEPTH) throw invalidPattern();
  reader.space();
  if (reader.take('(')) {
    const test = either(reader, depth + 1);
    reader.expect(')');
    return test;
  }
  const select = parseSelector(reader);
  reader.space();
  const word = reader.takeMatch(/(IS\s+(TRUE|FALSE|NULL)|(NOT\s+)?EXISTS)\b/y)?.[0];
  if (word === undefined) {
    const meets = readComparison(reader, BARE);
    // A property that is not there meets no comparison, not even `!=`.
    return (document) => select(document).some((value) => isScalar(value) && meets(value));
  }
  if (word.startsWith('NOT')) return (document) => select(document).length === 0;
  if (word === 'EXISTS') return (document) => select(document).length > 0;
  const wanted = word.endsWith('NULL') ? null : word.endsWith('TRUE');
  return (document) => select(document).includes(wanted);
}

function isScalar(value: unknown): value is Scalar {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
