import type { LucideIcon } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useDeferredValue, useId, useMemo, useState } from 'react';
import { counted } from '@/components/inventory/count-words';
import { usePaced } from '@/components/inventory/use-paced';
import { type Result, resultsOf } from '@/components/search/results-of';
import { cx } from '@/components/ui/cx';
import { useFolded } from '@/lib/client/inventory';
import { useFleetPlaces, useLoadedFleet } from '@/lib/client/loaded-fleet';
import { leaveFor } from '@/lib/client/unsaved';
import { isVersionId } from '@/lib/domain/jump/labelled-versions';
import { listedArn } from '@/lib/domain/jump/listed-arn';

interface FindResultsProps {
  readonly scope: string;
  readonly icon: LucideIcon;
  readonly onClose: () => void;
}

/** The input of the search and what it finds among the secrets that are loaded in this tab. */
export function FindResults({ scope, icon: Icon, onClose }: FindResultsProps) {
  const router = useRouter();
  const id = useId();
  const places = useFleetPlaces();
  const { state, complete, unread } = useLoadedFleet(places);
  const all = useFolded(usePaced(state, 1_000, complete));
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const asked = useDeferredValue(text);
  const results = useMemo(() => resultsOf({ scope, places }, all, asked), [scope, places, all, asked]);
  const at = Math.max(0, Math.min(active, results.length - 1));
  const note = noteOf(asked, results.length > 1 || listedArn(all, asked) !== undefined, {
    count: all.length,
    complete,
    unread,
  });

  const open = (result: Result | undefined) => {
    if (!result) return;
    onClose();
    leaveFor(() => router.push(result.path));
  };
  const move = (to: number) => {
    setActive(to);
    document.getElementById(`${id}-${to}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    // What was typed last may not have been asked yet.
    const fresh = asked === text ? results : resultsOf({ scope, places }, all, text);
    const last = fresh.length - 1;
    const from = Math.min(active, last);
    const to: Record<string, number> = {
      ArrowDown: from >= last ? 0 : from + 1,
      ArrowUp: from <= 0 ? last : from - 1,
    };
    if (to[event.key] !== undefined) {
      event.preventDefault();
      move(to[event.key]!);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      open(fresh[from]);
    }
  };
  return (
    <>
      <div className="flex h-11 shrink-0 items-center gap-2.5 border-b px-4">
        <Icon aria-hidden strokeWidth={1.75} className="size-4 shrink-0 text-fg-3" />
        <input
          type="text"
          role="combobox"
          inputMode="search"
          enterKeyHint="go"
          aria-label="Name, ARN or version id"
          aria-expanded={results.length > 0}
          aria-controls={results.length > 0 ? id : undefined}
          aria-activedescendant={results.length > 0 ? `${id}-${at}` : undefined}
          aria-autocomplete="list"
          placeholder="Name, ARN or version id"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          className="h-full min-w-0 flex-1 bg-transparent text-fg text-sm outline-none max-md:text-[1rem]"
        />
      </div>
      {results.length > 0 && (
        <div
          id={id}
          role="listbox"
          aria-label="Found"
          tabIndex={-1}
          className="scroll-thin min-h-0 flex-1 overflow-y-auto p-1"
        >
          {results.map((result, each) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's, which keeps the focus
            <div
              key={result.key}
              id={`${id}-${each}`}
              role="option"
              tabIndex={-1}
              aria-selected={each === at}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => open(result)}
              className={cx(
                'flex min-h-8 cursor-default items-center gap-x-2 rounded-sm px-3 hover:bg-hover max-md:min-h-11',
                // On a phone the account and the regions leave a name no room beside them.
                places.length > 1 && 'max-md:flex-wrap max-md:py-1',
                each === at && 'bg-hover outline-2 outline-accent -outline-offset-2',
              )}
            >
              {result.words}
            </div>
          ))}
        </div>
      )}
      <p role="status" className="shrink-0 border-t px-4 py-2 text-fg-3">
        {note}
      </p>
    </>
  );
}

interface Loaded {
  readonly count: number;
  readonly complete: boolean;
  readonly unread: readonly string[];
}

function noteOf(text: string, found: boolean, { count, complete, unread }: Loaded): string {
  const loaded =
    count === 0
      ? 'No secrets are loaded in this tab: the table reads them'
      : complete
        ? `${counted(count, 'secret')} loaded`
        : `${counted(count, 'secret')} loaded so far, without all of ${unread.join(', ')}`;
  if (text.trim() === '' || found) return `${loaded}.`;
  return isVersionId(text)
    ? `No loaded secret has a label on this version; the listing does not tell of versions without a label. ${loaded}.`
    : `No loaded secret comes close. ${loaded}.`;
}
