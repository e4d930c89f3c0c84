import UFuzzy from '@leeoniya/ufuzzy';
import type { FoldedSecret } from '../fold.ts';

// One slip of the finger per word: a letter wrong, missing, doubled or swapped with its neighbour.
const fuzzy = new UFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 });
const MOST = 200;
// Of one or two letters everything is only a slip away.
const LEAST = 3;
const names = new WeakMap<readonly FoldedSecret[], string[]>();

/**
 * Secrets whose names come close to a text that was mistyped or abbreviated, the closest first, 200 at most.
 * Words may come in another order.
 */
export function closeNames(all: readonly FoldedSecret[], text: string): readonly FoldedSecret[] {
  const needle = text.trim();
  // Nobody types that much by mistake, and the work grows with the number of words.
  if (needle === '' || needle.length > 100) return [];
  let haystack = names.get(all);
  if (!haystack) {
    haystack = all.map(({ name }) => name);
    names.set(all, haystack);
  }
  const words = fuzzy.split(needle);
  if (!words.some((word) => word.length >= LEAST)) return [];
  const outOfOrder = words.length <= 3 ? 1 : 0;
  const [found, info, order] = fuzzy.search(haystack, words.join(' '), outOfOrder, 2_000);
  if (!found) return [];
  const ranked = info && order ? order.map((at) => info.idx[at]!) : found;
  return ranked.slice(0, MOST).flatMap((at) => all[at] ?? []);
}
