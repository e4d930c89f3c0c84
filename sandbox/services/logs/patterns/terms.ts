import { invalidPattern, PatternReader } from './operand.ts';

type Test = (message: string) => boolean;

/**
 * Words and phrases: all must be in the message, those with `-` must not, and of those with `?` one must,
 * if there is nothing else; beside others they are ignored.
 */
export function parseTerms(pattern: string): Test {
  const reader = new PatternReader(pattern);
  const wanted: Test[] = [];
  const unwanted: Test[] = [];
  const optional: Test[] = [];
  for (reader.space(); !reader.done; reader.space()) {
    const into = reader.take('-') ? unwanted : reader.take('?') ? optional : wanted;
    into.push(readTerm(reader));
    // A word ends at a space or at the quote of a phrase, not at anything else.
    if (!reader.done && !/[\s"%]/.test(reader.peek())) throw invalidPattern();
  }
  if (wanted.length === 0 && unwanted.length === 0 && optional.length > 0) {
    return (message) => optional.some((test) => test(message));
  }
  return (message) => wanted.every((test) => test(message)) && !unwanted.some((test) => test(message));
}

function readTerm(reader: PatternReader): Test {
  const regex = reader.regex();
  if (regex) return (message) => regex.test(message);
  const phrase = reader.quoted();
  // A blank phrase is AWS's way to ask for everything.
  if (phrase !== undefined && phrase.trim() === '') return () => true;
  const text = phrase ?? reader.takeMatch(/[A-Za-z0-9_]+/y)?.[0];
  if (text === undefined) throw invalidPattern();
  return (message) => message.includes(text);
}
