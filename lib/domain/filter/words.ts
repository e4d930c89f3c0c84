import type { FoldedSecret } from '../fold.ts';
import { ownerOf } from '../secret.ts';

/**
 * Whether a secret answers typed text: every word must occur in its name, ARN, description, owner, region,
 * tag key or tag value, whatever the case.
 */
export function matchesWords(secret: FoldedSecret, text: string): boolean {
  return hasWords(secret, wordsOf(text));
}

/** The words of a typed text, as they are compared. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

/** The same for words that were taken apart already. */
export function hasWords(secret: FoldedSecret, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = searchText(secret);
  return words.every((word) => text.includes(word));
}

const texts = new WeakMap<FoldedSecret, string>();

/** What words are looked for in; built once per folded secret, for the filter runs on every key press. */
export function searchText(secret: FoldedSecret): string {
  const known = texts.get(secret);
  if (known !== undefined) return known;
  const { shown } = secret;
  const text = [
    secret.name,
    secret.key,
    shown.description ?? '',
    ownerOf(shown) ?? '',
    ...secret.members.map((member) => member.region),
    ...Object.entries(shown.tags).flat(),
  ]
    .join('\n')
    .toLowerCase();
  texts.set(secret, text);
  return text;
}
