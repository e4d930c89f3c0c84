import type { FoldedSecret } from '../fold.ts';
import { textIndexOf, withWords } from './text-index.ts';
import { hasWords, wordsOf } from './words.ts';

/** Words, and what was found by them. */
export interface Found {
  readonly of: readonly FoldedSecret[];
  readonly text: string;
  readonly rows: readonly FoldedSecret[];
  /** What a shorter text had found, in which these were looked for. */
  readonly within?: Found | undefined;
}

// Of so small a part of all, each is asked by itself.
const FEW = 8;

/**
 * The secrets that hold every word of a text. Whoever types on asks only what the shorter text has left: a longer
 * text never finds more than its beginning did. Whoever takes letters back is asked nothing again.
 */
export function narrowed(of: readonly FoldedSecret[], text: string, before: Found | undefined): Found {
  let within = before?.of === of ? before : undefined;
  while (within && !text.startsWith(within.text)) within = within.within;
  if (within?.text === text) return within;
  const words = wordsOf(text);
  if (words.length === 0) return { of, text, rows: of };
  const asked = within?.rows ?? of;
  const index = asked.length > of.length / FEW ? textIndexOf(of) : undefined;
  const rows = index ? withWords(of, index, words) : asked.filter((secret) => hasWords(secret, words));
  // The very same list where all hold them: what is drawn from it need not be drawn anew.
  return { of, text, rows: rows.length === asked.length ? asked : rows, within };
}
