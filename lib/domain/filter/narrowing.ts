import type { FoldedSecret } from '../fold.ts';
import { hasWords, wordsOf } from './words.ts';

/** Words, and what was found by them. */
export interface Found {
  readonly of: readonly FoldedSecret[];
  readonly text: string;
  readonly rows: readonly FoldedSecret[];
}

/**
 * The secrets that hold every word of a text. Whoever types on asks only what the shorter text has left: a longer
 * text never finds more than its beginning did.
 */
export function narrowed(of: readonly FoldedSecret[], text: string, before: Found | undefined): Found {
  if (before?.of === of && before.text === text) return before;
  const words = wordsOf(text);
  if (words.length === 0) return { of, text, rows: of };
  const within = before?.of === of && text.startsWith(before.text) ? before.rows : of;
  return { of, text, rows: within.filter((secret) => hasWords(secret, words)) };
}
