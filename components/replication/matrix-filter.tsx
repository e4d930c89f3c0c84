import { KeyRound, ListFilter, X } from 'lucide-react';
import type { KeyboardEvent, Ref } from 'react';
import { filterStates, stateLook } from '@/components/replication/state-look';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { Glyph } from '@/components/ui/glyph';
import { regionPlace } from '@/lib/domain/region-place';
import type { CellCounts } from '@/lib/domain/replication/count-cells';

interface MatrixFilterProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly state: string | null;
  readonly onState: (state: string | null) => void;
  readonly region: string | null;
  readonly onRegion: (region: string | null) => void;
  readonly regions: readonly string[];
  readonly counts: CellCounts;
  readonly matching: number;
  readonly total: number;
  /** Enter or arrow down: on to the cells. */
  readonly onLeave: () => void;
}

/** How many replicas are in which state, each a filter; text and region beside it. */
export function MatrixFilter(props: MatrixFilterProps) {
  const { ref, text, onText, state, onState, region, onRegion, regions, counts, matching, total, onLeave } =
    props;
  const filtered = text.trim() !== '' || state !== null || region !== null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && text !== '') {
      event.preventDefault();
      onText('');
    }
    if (event.key === 'ArrowDown' || (event.key === 'Enter' && !event.nativeEvent.isComposing)) {
      event.preventDefault();
      onLeave();
    }
  };
  return (
    <search className="flex shrink-0 flex-wrap items-center gap-x-2 gap-y-1.5 border-b px-4 py-1.5 text-xs md:px-5">
      <span className="flex min-w-0 gap-1.5 max-md:w-full max-md:overflow-x-auto max-md:py-0.5 md:flex-wrap">
        {filterStates.map(([one, words]) => {
          const count = counts[one] ?? 0;
          const { shape, ink } = stateLook(one);
          const pressed = state === one;
          // Healthy ones are counted even when there are none; trouble shows once there is some.
          if (count === 0 && one !== 'in-sync' && one !== 'failed' && one !== 'behind' && !pressed)
            return null;
          return (
            <button
              key={one}
              type="button"
              aria-pressed={pressed}
              onClick={() => onState(pressed ? null : one)}
              className={cx(
                'inline-flex h-7 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-md border px-2 max-md:h-11 max-md:px-3',
                pressed
                  ? 'border-accent-line bg-accent-soft text-fg'
                  : 'border-line-strong bg-surface text-fg-2 hover:bg-hover',
              )}
            >
              {shape && <Glyph shape={shape} className={ink} />}
              <span>
                <span className="font-medium text-fg">{count.toLocaleString('en')}</span> {words}
              </span>
            </button>
          );
        })}
      </span>
      <span className="flex min-w-0 flex-1 items-center gap-2 md:border-l md:pl-2 max-md:w-full">
        <ListFilter aria-hidden strokeWidth={1.75} className="size-3.5 shrink-0 text-fg-3" />
        <input
          ref={ref}
          type="search"
          aria-label="Filter secrets"
          placeholder="Name, ARN, owner, region or tag"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => onText(event.target.value)}
          onKeyDown={onKeyDown}
          className="h-7 min-w-24 flex-1 rounded-md bg-surface px-1.5 text-fg text-xs focus-visible:-outline-offset-1 max-md:h-11 max-md:text-[1rem] [&::-webkit-search-cancel-button]:hidden"
        />
        <select
          aria-label="Region"
          value={region ?? ''}
          onChange={(event) => onRegion(event.target.value || null)}
          className="h-7 max-w-40 rounded-md border border-control bg-surface px-1.5 text-xs max-md:h-11 max-md:text-[1rem]"
        >
          <option value="">All regions</option>
          {region && !regions.includes(region) && <option value={region}>{region}</option>}
          {regions.map((one) => (
            <option key={one} value={one}>
              {[one, regionPlace(one)].filter(Boolean).join(', ')}
            </option>
          ))}
        </select>
        {filtered && (
          <>
            <span role="status" className="shrink-0 text-fg-3 max-md:sr-only">
              {matching.toLocaleString('en')} of {total.toLocaleString('en')} match
            </span>
            <Button
              variant="quiet"
              size="sm"
              icon={X}
              className="-mr-2"
              onClick={() => {
                onText('');
                onState(null);
                onRegion(null);
              }}
            >
              Clear
            </Button>
          </>
        )}
        {!filtered && <Legend />}
      </span>
    </search>
  );
}

/** What the signs of cells mean that have no number above. */
function Legend() {
  return (
    <ul
      aria-label="Signs"
      className="flex h-4 min-w-0 flex-wrap gap-x-3 overflow-hidden pl-1 text-2xs text-fg-3 leading-4 max-xl:hidden"
    >
      <li className="flex items-center gap-1">
        <KeyRound aria-hidden strokeWidth={1.75} className="size-3" /> primary
      </li>
      <li className="flex items-center gap-1">
        <Glyph shape="ring" /> not read back
      </li>
      <li>
        <span aria-hidden>- </span>no replica
      </li>
    </ul>
  );
}
