import { ListFilter, X } from 'lucide-react';
import type { KeyboardEvent, Ref } from 'react';
import { figure } from '@/components/inventory/count-words';
import { usePaced } from '@/components/inventory/use-paced';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';

interface FilterBarProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly filter: string;
  readonly onFilter: (text: string) => void;
  readonly onClear: () => void;
  /** Enter or arrow down: on to the rows. */
  readonly onLeave: () => void;
  readonly matching: number;
  readonly total: number;
  /** The rows do not answer the typed text yet. */
  readonly counting: boolean;
}

/** One line to type in; every word must occur somewhere in a secret's metadata. */
export function FilterBar(props: FilterBarProps) {
  const { ref, filter, onFilter, onClear, onLeave, matching, total, counting } = props;
  const filtered = filter.trim() !== '';
  const count = filtered && !counting ? `${figure(matching)} of ${figure(total)} match` : '';
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && filter !== '') {
      event.preventDefault();
      onClear();
    }
    if (event.key === 'ArrowDown' || (event.key === 'Enter' && !event.nativeEvent.isComposing)) {
      event.preventDefault();
      onLeave();
    }
  };
  return (
    <search className="flex h-10 shrink-0 items-center gap-2 border-b px-4 text-xs max-md:h-12 md:px-5">
      <ListFilter aria-hidden strokeWidth={1.75} className="size-3.5 shrink-0 text-fg-3" />
      <input
        ref={ref}
        type="search"
        aria-label="Filter secrets"
        placeholder="Name, ARN, description, owner or tag"
        autoComplete="off"
        spellCheck={false}
        value={filter}
        onChange={(event) => onFilter(event.target.value)}
        onKeyDown={onKeyDown}
        className="h-7 min-w-0 flex-1 rounded-md bg-surface px-1.5 text-fg text-xs focus-visible:-outline-offset-1 max-md:h-11 max-md:text-[1rem] [&::-webkit-search-cancel-button]:hidden"
      />
      <span aria-hidden className="shrink-0 text-fg-3">
        {count}
      </span>
      <Announced words={count} />
      {filter === '' ? (
        <span aria-hidden className="contents max-md:hidden">
          <Kbd>/</Kbd>
        </span>
      ) : (
        <Button variant="quiet" size="sm" icon={X} onClick={onClear} className="-mr-2">
          Clear
        </Button>
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
