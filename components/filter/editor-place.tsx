import { useMemo, useRef, useState } from 'react';
import type { Editing } from '@/components/filter/editing';
import { TokenEditor } from '@/components/filter/token-editor';
import type { Step } from '@/lib/client/address';
import { matchingSecrets } from '@/lib/domain/filter/matching';
import type { Filter } from '@/lib/domain/filter/query-text';
import { fields, type Token } from '@/lib/domain/filter/token';
import { parseToken, writeToken } from '@/lib/domain/filter/token-text';
import type { Context } from '@/lib/domain/filter/told';
import type { FoldedSecret } from '@/lib/domain/fold';

interface EditorPlaceProps {
  readonly editing: Editing;
  readonly filter: Filter;
  readonly all: readonly FoldedSecret[];
  readonly context: Context;
  readonly onFilter: (filter: Filter, step: Step) => void;
  readonly onClose: () => void;
}

/**
 * Puts what is chosen in the editor into its place of the filter. All of one editing is one step in history: going
 * back takes back the token, not a tick.
 */
export default function EditorPlace({ editing, filter, all, context, onFilter, onClose }: EditorPlaceProps) {
  const { at, field, not = false, anchor } = editing;
  const [others] = useState(() => filter.tokens.filter((_, each) => each !== at));
  const [token, setToken] = useState<Token | undefined>(() =>
    field ? { field, not, values: [] } : parseToken(filter.tokens[at] ?? ''),
  );
  const pushed = useRef(false);
  // What the others leave: how many there are of each value says what choosing it would show.
  const base = useMemo(
    () => matchingSecrets(all, { text: filter.text, tokens: others }, context).rows,
    [all, filter.text, others, context],
  );
  if (!token) return null;
  const change = (next: Token) => {
    setToken(next);
    const written = isWhole(next) ? [writeToken(next)] : [];
    const tokens = [...others.slice(0, at), ...written, ...others.slice(at)];
    if (tokens.join(' ') === filter.tokens.join(' ')) return;
    onFilter({ ...filter, tokens }, pushed.current ? 'replace' : 'push');
    pushed.current = true;
  };
  return (
    <TokenEditor
      token={token}
      applied={isWhole(token)}
      base={base}
      now={context.now}
      anchor={anchor}
      onChange={change}
      onRemove={() => {
        onFilter({ ...filter, tokens: others }, pushed.current ? 'replace' : 'push');
        onClose();
      }}
      onClose={onClose}
    />
  );
}

// A flag asks something without a value.
const isWhole = ({ field, values }: Token) => values.length > 0 || fields[field].form === 'flag';
