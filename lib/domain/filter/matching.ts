import type { FoldedSecret } from '../fold.ts';
import type { Filter } from './query-text.ts';
import { parseToken } from './token-text.ts';
import { type Context, tellerOf } from './told.ts';
import { hasWords, wordsOf } from './words.ts';

/** What a filter leaves of the secrets, in their order. */
export interface Matching {
  readonly rows: readonly FoldedSecret[];
  /** Those of which a region that was not read would have to tell whether they match. */
  readonly untold: readonly FoldedSecret[];
}

/**
 * The secrets that meet every token and hold every word. Tokens that are not understood ask nothing. A secret
 * that cannot be judged is in neither way a match, and is returned apart, negated or not.
 */
export function matchingSecrets(all: readonly FoldedSecret[], filter: Filter, context: Context): Matching {
  const words = wordsOf(filter.text);
  const tellers = filter.tokens.flatMap((text) => {
    const token = parseToken(text);
    return token ? [tellerOf(token, context)] : [];
  });
  const rows: FoldedSecret[] = [];
  const untold: FoldedSecret[] = [];
  for (const secret of all) {
    if (!hasWords(secret, words)) continue;
    let told: boolean | undefined = true;
    for (const teller of tellers) {
      const one = teller(secret);
      if (one === false) {
        told = false;
        break;
      }
      if (one === undefined) told = undefined;
    }
    if (told) rows.push(secret);
    else if (told === undefined) untold.push(secret);
  }
  return { rows, untold };
}
