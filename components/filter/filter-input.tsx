import {
  type KeyboardEvent,
  lazy,
  type Ref,
  Suspense,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import type { SuggestionsHandle } from '@/components/filter/suggestion-list';
import type { Filter } from '@/lib/domain/filter/query-text';
import type { FieldName } from '@/lib/domain/filter/token';
import type { Context } from '@/lib/domain/filter/told';
import type { FoldedSecret } from '@/lib/domain/fold';

const SuggestionList = lazy(() => import('@/components/filter/suggestion-list'));

/** What the bar may ask of its input. */
export interface FilterInputHandle {
  /** Puts the focus there, on all that is typed. */
  focus(): void;
  /** The same, and lists what can be asked. */
  offer(): void;
}

interface FilterInputProps {
  readonly ref: Ref<FilterInputHandle>;
  readonly scope: string;
  readonly filter: Filter;
  readonly all: readonly FoldedSecret[];
  readonly context: Context;
  readonly onText: (text: string) => void;
  /** A suggestion was taken: a whole token, as the address spells it. */
  readonly onToken: (token: string) => void;
  /** A suggestion was taken whose value is still to be chosen. */
  readonly onField: (field: FieldName, not: boolean) => void;
  /** Backspace where nothing is typed. */
  readonly onEditLast: () => void;
  readonly onLeave: () => void;
}

/** The text of a filter: what is typed narrows the table at once, and is offered as tokens beneath. */
export function FilterInput(props: FilterInputProps) {
  const { ref, scope, filter, all, context, onText, onToken, onField, onEditLast, onLeave } = props;
  const { text, tokens } = filter;
  const id = useId();
  const own = useRef<HTMLInputElement>(null);
  const list = useRef<SuggestionsHandle>(null);
  const [open, setOpen] = useState(false);
  const [listed, setListed] = useState(false);
  const [active, setActive] = useState<string>();
  const close = () => {
    setOpen(false);
    setListed(false);
    setActive(undefined);
  };
  const focus = () => {
    own.current?.focus();
    own.current?.select();
  };
  useImperativeHandle(ref, () => ({
    focus,
    offer: () => {
      focus();
      setOpen(!open);
    },
  }));
  // An arrow may come before the list is there: it then begins at its first entry.
  const begin = useRef(false);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      if (open) list.current?.move(key === 'ArrowDown' ? 1 : -1);
      begin.current = !list.current;
      setOpen(true);
    } else if (key === 'Enter') {
      event.preventDefault();
      if (active === undefined ? list.current?.jump() : list.current?.take()) return;
      close();
      onLeave();
    } else if (key === 'Escape' && (open || text !== '')) {
      event.preventDefault();
      close();
      onText('');
    } else if (key === 'Escape') {
      onLeave();
    } else if (key === 'Backspace' && text === '' && tokens.length > 0) {
      event.preventDefault();
      close();
      onEditLast();
    }
  };
  return (
    <span className="relative min-w-0 flex-1 max-md:basis-2/3 md:min-w-36">
      <input
        ref={own}
        type="text"
        role="combobox"
        inputMode="search"
        enterKeyHint="search"
        aria-label="Filter secrets"
        aria-expanded={open && listed}
        aria-controls={open && listed ? id : undefined}
        aria-activedescendant={active}
        aria-autocomplete="list"
        placeholder="Name, ARN or description"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          onText(event.target.value);
          setOpen(event.target.value.trim() !== '');
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
        className="h-7 w-full rounded-md bg-surface px-1.5 text-fg text-xs focus-visible:-outline-offset-1 max-md:h-11 max-md:text-[1rem]"
      />
      {open && (
        <Suspense fallback={null}>
          <SuggestionList
            ref={list}
            {...{ id, scope, text, tokens, all, context }}
            begin={begin}
            onListed={setListed}
            onActive={setActive}
            onToken={(token) => {
              close();
              onToken(token);
            }}
            onField={(field, not) => {
              close();
              onField(field, not);
            }}
          />
        </Suspense>
      )}
    </span>
  );
}
