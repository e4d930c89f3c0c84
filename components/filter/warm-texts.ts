import { makeTextIndex } from '@/lib/domain/filter/text-index';
import { searchText } from '@/lib/domain/filter/words';
import type { FoldedSecret } from '@/lib/domain/fold';

const SLICE = 500;

/**
 * Prepares what words are looked for in while the browser has nothing else to do, so that the first key press does
 * not have to; answers how to stop it.
 */
export function warmTexts(all: readonly FoldedSecret[]): () => void {
  let next = 0;
  let cancel = () => {};
  const step = () => {
    for (const secret of all.slice(next, next + SLICE)) searchText(secret);
    next += SLICE;
    if (next < all.length) plan();
    else makeTextIndex(all);
  };
  const plan = () => {
    // Safari has no idle callbacks.
    if (typeof requestIdleCallback === 'undefined') {
      const timer = setTimeout(step, 20);
      cancel = () => clearTimeout(timer);
    } else {
      const idle = requestIdleCallback(step);
      cancel = () => cancelIdleCallback(idle);
    }
  };
  plan();
  return () => cancel();
}
