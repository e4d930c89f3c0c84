'use client';

import { ListFilter, Plus } from 'lucide-react';
import { lazy, type Ref, Suspense, useImperativeHandle, useRef, useState } from 'react';
import type { Editing } from '@/components/filter/editing';
import { FilterInput, type FilterInputHandle } from '@/components/filter/filter-input';
import { matchWords } from '@/components/filter/match-words';
import { SaveView } from '@/components/filter/save-view';
import type { Match } from '@/components/filter/use-matching';
import { usePaced } from '@/components/inventory/use-paced';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { Kbd } from '@/components/ui/kbd';
import type { Step } from '@/lib/client/address';
import type { Filter } from '@/lib/domain/filter/query-text';
import type { FieldName } from '@/lib/domain/filter/token';
import type { Context } from '@/lib/domain/filter/told';
import type { FoldedSecret } from '@/lib/domain/fold';

const AppliedTokens = lazy(() => import('@/components/filter/applied-tokens'));
const EditorPlace = lazy(() => import('@/components/filter/editor-place'));

/** What the page around the bar may ask of it. */
export interface FilterBarHandle {
  focus(): void;
}

interface FilterBarProps {
  readonly ref: Ref<FilterBarHandle>;
  readonly scope: string;
  readonly filter: Filter;
  readonly onText: (text: string) => void;
  readonly onFilter: (filter: Filter, step: Step) => void;
  readonly onClear: () => void;
  /** On to the rows. */
  readonly onLeave: () => void;
  readonly all: readonly FoldedSecret[];
  readonly context: Context;
  readonly match: Match;
}

// Offered where there is room, as long as they are not applied.
const offered: readonly (readonly [FieldName, string])[] = [
  ['rotation', 'Rotation state'],
  ['service', 'Owner service'],
  ['unused', 'Unused since'],
  ['tag', 'Tag'],
];

/** One line that says what is shown: tokens that read as phrases, a text to type, and what could be asked more. */
export function FilterBar(props: FilterBarProps) {
  const { ref, scope, filter, onText, onFilter, onClear, onLeave, all, context, match } = props;
  const [editing, setEditing] = useState<Editing>();
  const input = useRef<FilterInputHandle>(null);
  useImperativeHandle(ref, () => ({
    focus: () => input.current?.focus(),
  }));
  const filtered = filter.text.trim() !== '' || filter.tokens.length > 0;
  const count = filtered && !match.waiting;
  const words = count
    ? matchWords({ rows: match.rows.length, total: all.length, untold: match.untold, close: match.close })
    : '';
  const add = (token: string) => onFilter({ text: '', tokens: [...filter.tokens, token] }, 'push');
  const open = (field: FieldName, not: boolean, anchor: Element) =>
    setEditing({ at: filter.tokens.length, field, not, anchor });
  const free = offered.filter(
    ([field]) => !filter.tokens.some((token) => token.replace(/^-/, '').startsWith(field)),
  );
  const room = filter.tokens.length === 0 ? 4 : 3 - filter.tokens.length;
  return (
    <search className="flex min-h-10 shrink-0 items-center gap-1.5 border-b px-4 text-xs max-md:flex-wrap max-md:py-0.5 md:px-5">
      <button
        type="button"
        aria-label="Add a filter"
        data-tip="Add a filter"
        // The list it opens is the input's, which has to keep the focus.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => input.current?.offer()}
        className="-ml-1.5 inline-flex size-6 shrink-0 items-center justify-center rounded-md text-fg-3 transition-colors hover:bg-hover hover:text-fg max-md:-ml-3 max-md:size-11"
      >
        <ListFilter aria-hidden strokeWidth={1.75} className="size-3.5" />
      </button>
      {filter.tokens.length > 0 && (
        <Suspense fallback={null}>
          <AppliedTokens
            tokens={filter.tokens}
            editing={editing}
            onEdit={setEditing}
            onRemove={(at) => {
              onFilter({ ...filter, tokens: filter.tokens.filter((_, each) => each !== at) }, 'push');
              input.current?.focus();
            }}
          />
        </Suspense>
      )}
      <FilterInput
        ref={input}
        {...{ scope, filter, all, context, onText, onLeave }}
        onToken={add}
        onField={(field, not) => {
          onText('');
          const anchor = document.activeElement;
          if (anchor) open(field, not, anchor);
        }}
        onEditLast={() => {
          const last = document.querySelector('[data-token]:last-child');
          last?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
          if (last) setEditing({ at: filter.tokens.length - 1, anchor: last });
        }}
      />
      {free.length > 0 && (
        <span className="flex shrink-0 items-center gap-1.5 border-l pl-2 max-xl:hidden">
          {free.map(([field, label], at) => (
            <button
              key={field}
              type="button"
              onClick={(event) => open(field, false, event.currentTarget)}
              className={cx(
                'inline-flex h-6 items-center gap-1 whitespace-nowrap rounded-md border border-control border-dashed px-2 text-fg-2 transition-colors hover:bg-hover hover:text-fg',
                at >= room && 'max-wide:hidden',
              )}
            >
              <Plus aria-hidden strokeWidth={1.75} className="size-3 shrink-0" />
              {label}
            </button>
          ))}
        </span>
      )}
      <span className="ml-auto flex shrink-0 items-center gap-1.5 max-md:ml-0 max-md:basis-full max-md:empty:hidden">
        <span
          aria-hidden
          data-tip={match.untold > 0 ? `Not read: ${context.unread.join(', ')}` : undefined}
          className="text-fg-3 max-md:mr-auto"
        >
          {words}
        </span>
        <Announced words={words} />
        {!filtered && (
          <span aria-hidden className="contents max-md:hidden">
            <Kbd>/</Kbd>
          </span>
        )}
        <SaveView scope={scope} filter={filter} />
        {filtered && (
          <Button variant="quiet" size="sm" onClick={onClear} className="-mr-2">
            Clear
          </Button>
        )}
      </span>
      {editing && (
        <Suspense fallback={null}>
          <EditorPlace
            key={`${editing.at} ${editing.field}`}
            {...{ editing, filter, all, context, onFilter }}
            onClose={() => {
              setEditing(undefined);
              // Its opener is gone where it was a suggestion that is applied now.
              if (document.activeElement === document.body) input.current?.focus();
            }}
          />
        </Suspense>
      )}
    </search>
  );
}

// Said after a pause in typing, and at most once a second while rows still arrive.
function Announced({ words }: { words: string }) {
  return (
    <span role="status" className="sr-only">
      {usePaced(words, 1_000)}
    </span>
  );
}
