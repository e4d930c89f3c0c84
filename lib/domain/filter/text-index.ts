import type { FoldedSecret } from '../fold.ts';
import { searchText } from './words.ts';

/** What words are looked for in, of many secrets at once: one long text is searched in a fifth of the time. */
export interface TextIndex {
  readonly text: string;
  /** Where in it each secret's own begins, and where the last one ends. */
  readonly starts: Uint32Array;
}

const indexes = new WeakMap<readonly FoldedSecret[], TextIndex>();

/** Makes the index of a list of secrets, to be there when words are typed. */
export function makeTextIndex(of: readonly FoldedSecret[]): TextIndex {
  const texts = of.map(searchText);
  const starts = new Uint32Array(of.length + 1);
  // No word spans two of them: words have no line ends.
  texts.forEach((text, at) => {
    starts[at + 1] = starts[at]! + text.length + 1;
  });
  const index = { text: texts.join('\n'), starts };
  indexes.set(of, index);
  return index;
}

/** The index of this very list, if it was made. */
export const textIndexOf = (of: readonly FoldedSecret[]): TextIndex | undefined => indexes.get(of);

/** Those of a list, in its order, that hold every word; `index` is that of the list. */
export function withWords(
  of: readonly FoldedSecret[],
  { text, starts }: TextIndex,
  words: readonly string[],
): readonly FoldedSecret[] {
  const held = new Uint8Array(of.length);
  words.forEach((word, round) => {
    let row = 0;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, starts[row]!)) {
      while (starts[row + 1]! <= at) row++;
      if (held[row] === round) held[row] = round + 1;
      if (++row === of.length) break;
    }
  });
  return of.filter((_, at) => held[at] === words.length);
}
