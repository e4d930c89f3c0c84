import { useEffect, useMemo, useRef } from 'react';
import { warmTexts } from '@/components/filter/warm-texts';
import { useModule } from '@/lib/client/module';
import { type Found, narrowed } from '@/lib/domain/filter/narrowing';
import type { Filter } from '@/lib/domain/filter/query-text';
import type { Context } from '@/lib/domain/filter/told';
import { matchesWords } from '@/lib/domain/filter/words';
import type { FoldedSecret } from '@/lib/domain/fold';

/** What a filter makes of the rows. */
export interface Match {
  readonly rows: readonly FoldedSecret[];
  /** How many could not be judged: a region that was not read would have to tell. */
  readonly untold: number;
  /** No row contains the text; these have names that come close to it, the closest first. */
  readonly close: boolean;
  /** What judges the tokens is still being fetched. */
  readonly waiting: boolean;
}

// Fetched only for who uses them: most open the table without tokens and type what is there.
const loadMatching = () => import('@/lib/domain/filter/matching');
const loadCloseNames = () => import('@/lib/domain/filter/close-names');

/**
 * The rows a filter leaves. Tokens are judged once for all that is typed beside them, and typing on narrows what
 * the shorter text has left: a key press never asks all rows everything again.
 */
export function useMatching(all: readonly FoldedSecret[], filter: Filter, context: Context): Match {
  const { text, tokens } = filter;
  const engine = useModule(loadMatching, tokens.length > 0);
  const waiting = tokens.length > 0 && !engine;
  const judged = useMemo(() => {
    if (tokens.length === 0) return { rows: all, untold: [] };
    return engine?.matchingSecrets(all, { text: '', tokens }, context) ?? { rows: [], untold: [] };
  }, [all, tokens, context, engine]);
  const before = useRef<Found>(undefined);
  const found = useMemo(() => {
    before.current = narrowed(judged.rows, text, before.current);
    return before.current.rows;
  }, [judged, text]);
  const untold = useMemo(
    () => judged.untold.filter((secret) => matchesWords(secret, text)).length,
    [judged, text],
  );
  const nothing = found.length === 0 && untold === 0 && judged.rows.length > 0;
  const near = useModule(loadCloseNames, nothing);
  const rows = useMemo(
    () => (nothing && near ? near.closeNames(judged.rows, text) : found),
    [nothing, near, judged, text, found],
  );
  useEffect(() => warmTexts(all), [all]);
  return { rows, untold, close: nothing && rows.length > 0, waiting };
}
