import { useRef, useState } from 'react';
import {
  byteLength,
  type JsonFault,
  jsonFault,
  type Pair,
  type PairFault,
  pairFault,
  pairsOf,
  pairsText,
  repeatedKey,
} from '@/lib/domain/value/draft';

/** How a value is being written. */
export type Editor = 'pairs' | 'json' | 'text';

/** The most a value may have, in bytes. https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html */
export const LARGEST_VALUE = 65_536;

/** What keeps a draft from being sent. */
export type DraftFault =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'pairs'; readonly fault: PairFault }
  | { readonly kind: 'json'; readonly fault: JsonFault };

/** A value being written. It lives in this component's memory alone: never in storage, never in an address. */
export function useDraftValue() {
  const [editor, setEditor] = useState<Editor>('pairs');
  const next = useRef(1);
  const [pairs, setPairs] = useState<readonly Pair[]>([emptyPair(0)]);
  const [typedValue, setTyped] = useState('');
  const text = editor === 'pairs' ? pairsText(pairs) : typedValue;
  const bytes = byteLength(text);
  const untouched = editor === 'pairs' ? pairs.every(isEmpty) : typedValue === '';
  // What is typed while an answer is on its way counts.
  const nothing = useRef(untouched);
  nothing.current = untouched;
  const numbered = (from: readonly Omit<Pair, 'id'>[]) =>
    from.map((pair) => ({ ...pair, id: next.current++ }));

  /** The editors that can show what is written now without losing any of it. */
  const canShow = (to: Editor) =>
    to !== 'pairs' || editor === 'pairs' || typedValue === '' || pairsOf(typedValue) !== undefined;
  const show = (to: Editor) => {
    if (to === editor || !canShow(to)) return;
    if (to === 'pairs') {
      const found = pairsOf(typedValue) ?? [];
      setPairs(found.length > 0 ? numbered(found) : numbered([emptyPair(0)]));
    } else if (editor === 'pairs') {
      setTyped(untouched ? '' : pairsText(pairs, true));
    }
    setEditor(to);
  };
  return {
    editor,
    show,
    canShow,
    pairs,
    typedValue,
    text,
    bytes,
    untouched,
    fault: faultOf(editor, { pairs, text, bytes, untouched }),
    setTyped,
    change: (id: number, change: Partial<Pair>) =>
      setPairs(pairs.map((pair) => (pair.id === id ? { ...pair, ...change } : pair))),
    add: () => setPairs([...pairs, ...numbered([emptyPair(0)])]),
    remove: (id: number) => setPairs(pairs.filter((pair) => pair.id !== id)),
    /** Fills the editor that fits with a value the operator has asked to see; false: something is written already. */
    fill: (value: string) => {
      if (!nothing.current) return false;
      const found = pairsOf(value);
      if (found && found.length > 0) setPairs(numbered(found));
      else setTyped(value);
      setEditor(found && found.length > 0 ? 'pairs' : 'text');
      return true;
    },
    /** Lets go of everything typed. */
    clear: () => {
      setPairs(numbered([emptyPair(0)]));
      setTyped('');
    },
    /** Fills in key names, with no value behind them; false: something is written already. */
    fillKeys: (keys: readonly string[]) => {
      if (!nothing.current) return false;
      setPairs(numbered(keys.map((key) => ({ ...emptyPair(0), key }))));
      setEditor('pairs');
      return true;
    },
    /** A key that JSON names twice: readers keep what stands last. */
    repeated: editor === 'json' ? repeatedKey(typedValue) : undefined,
  };
}

const emptyPair = (id: number): Pair => ({ id, key: '', typedValue: '', kind: 'text' });
const isEmpty = ({ key, typedValue }: Pair) => key === '' && typedValue === '';

interface Draft {
  readonly pairs: readonly Pair[];
  readonly text: string;
  readonly bytes: number;
  readonly untouched: boolean;
}

function faultOf(editor: Editor, { pairs, text, bytes, untouched }: Draft): DraftFault | undefined {
  if (untouched) return { kind: 'empty' };
  if (bytes > LARGEST_VALUE) return { kind: 'too-long' };
  const fault = editor === 'pairs' ? pairFault(pairs) : undefined;
  if (fault) return { kind: 'pairs', fault };
  const broken = editor === 'json' ? jsonFault(text) : undefined;
  return broken && { kind: 'json', fault: broken };
}

/** A fault of a draft in words; nothing of the value is in them. */
export function draftWords(fault: DraftFault): string {
  switch (fault.kind) {
    case 'empty':
      return 'Write a value first';
    case 'too-long':
      return 'The value has more than 65,536 bytes';
    case 'json':
      return `Line ${fault.fault.line}, column ${fault.fault.column}: here it stops being JSON`;
    case 'pairs':
      if (fault.fault.kind === 'no-key') return 'A line has no key';
      if (fault.fault.kind === 'same-key') return `The key ${fault.fault.key} occurs twice`;
      return `What stands behind ${fault.fault.key} is not JSON`;
  }
}
