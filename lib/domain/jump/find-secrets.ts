import { closeNames } from '../filter/close-names.ts';
import { hasWords, wordsOf } from '../filter/words.ts';
import type { FoldedSecret } from '../fold.ts';

const MOST = 50;

/**
 * Secrets a typed text may mean, at most 50: whose name it is, whose name ends or begins so, that contain its
 * words in the name, that have them elsewhere in their metadata; and after all of these the names that come close.
 */
export function findSecrets(all: readonly FoldedSecret[], typed: string): readonly FoldedSecret[] {
  const text = typed.trim().toLowerCase();
  if (text === '') return [];
  const words = wordsOf(text);
  const ranks: FoldedSecret[][] = [[], [], [], [], []];
  for (const secret of all) {
    if (hasWords(secret, words)) ranks[rankOf(secret.name.toLowerCase(), text, words)]!.push(secret);
  }
  const exact = ranks.flat().slice(0, MOST);
  if (exact.length === MOST) return exact;
  const there = new Set(exact);
  return [...exact, ...closeNames(all, text).filter((secret) => !there.has(secret))].slice(0, MOST);
}

function rankOf(name: string, text: string, words: readonly string[]): number {
  if (name === text) return 0;
  if (name.endsWith(`/${text}`)) return 1;
  if (name.startsWith(text)) return 2;
  return words.every((word) => name.includes(word)) ? 3 : 4;
}
