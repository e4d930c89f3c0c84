import { LEAST_WIDTH } from '@/components/inventory/column-changes';
import type { ColumnKey } from '@/components/inventory/columns';
import { remInPixels, trackOf, trackWidth } from '@/components/inventory/track';

/** So far a press may stray and still be a press. */
const SLACK = 6;

/** Follows a pressed title to another place; `done` gets the column it now stands before, none at the end. */
export function dragColumn(
  down: PointerEvent,
  head: HTMLElement | null,
  key: ColumnKey,
  done: (before: ColumnKey | undefined) => void,
): void {
  const cells = [...(head?.querySelectorAll<HTMLElement>('th[data-col]') ?? [])];
  const dragged = cells.find((cell) => cell.dataset.col === key);
  if (!dragged) return;
  let before: HTMLElement | undefined;
  let moved = false;
  const clear = () => {
    for (const cell of cells) {
      delete cell.dataset.drop;
      delete cell.dataset.dragged;
    }
  };
  follow(down, {
    move: ({ clientX }) => {
      if (!moved && Math.abs(clientX - down.clientX) < SLACK) return;
      moved = true;
      clear();
      dragged.dataset.dragged = '';
      before = cells.find((cell) => clientX < middleOf(cell));
      if (before) before.dataset.drop = 'before';
      else cells.at(-1)!.dataset.drop = 'after';
    },
    end: (kept) => {
      clear();
      if (!moved) return;
      // The press that ends a drag is not one on the title.
      window.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener('click', swallow, true));
      if (kept && before !== dragged) done(before?.dataset.col as ColumnKey | undefined);
    },
  });
}

/** Follows a pressed edge; the table is as wide as the pointer says at once, `done` gets the width it ends at. */
export function resizeColumn(
  down: PointerEvent,
  table: HTMLElement | null,
  key: ColumnKey,
  done: (width: number) => void,
): void {
  const cell = table?.querySelector<HTMLElement>(`th[data-col="${key}"]`);
  if (!table || !cell) return;
  const before = table.style.getPropertyValue('--tracks');
  const first = trackWidth(cell);
  const scale = 16 / remInPixels();
  let width = first;
  follow(down, {
    move: ({ clientX }) => {
      width = Math.max(LEAST_WIDTH, first + (clientX - down.clientX) * scale);
      table.style.setProperty('--tracks', withTrack(before, trackOf(cell), `${width / 16}rem`));
    },
    end: (kept) => {
      if (!kept) table.style.setProperty('--tracks', before);
      else if (width !== first) done(width);
    },
  });
}

/** The width at which nothing that is drawn of a column now is cut short. */
export function fittingWidth(table: HTMLElement | null, key: ColumnKey): number {
  const cells = [...(table?.querySelectorAll<HTMLElement>(`[data-col="${key}"]`) ?? [])];
  const first = cells[0];
  if (!table || !first) return 0;
  const before = table.style.getPropertyValue('--tracks');
  table.style.setProperty('--tracks', withTrack(before, trackOf(first), 'max-content'));
  const widest = Math.max(...cells.map(trackWidth));
  table.style.setProperty('--tracks', before);
  return Math.ceil(widest);
}

interface Steps {
  readonly move: (event: PointerEvent) => void;
  /** False: called off with Esc, or by the browser. */
  readonly end: (kept: boolean) => void;
}

function follow({ pointerId }: PointerEvent, { move, end }: Steps): void {
  const stop = new AbortController();
  const { signal } = stop;
  const own = (act: (event: PointerEvent) => void) => (event: PointerEvent) => {
    if (event.pointerId === pointerId) act(event);
  };
  const over = (kept: boolean) => {
    stop.abort();
    end(kept);
  };
  const moved = (event: PointerEvent) => {
    // Let go before this was fetched, or outside of the window.
    if (event.buttons === 0) over(false);
    else move(event);
  };
  window.addEventListener('pointermove', own(moved), { signal });
  window.addEventListener(
    'pointerup',
    own(() => over(true)),
    { signal },
  );
  window.addEventListener(
    'pointercancel',
    own(() => over(false)),
    { signal },
  );
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      over(false);
    },
    { signal, capture: true },
  );
}

const swallow = (event: Event) => event.stopPropagation();

const middleOf = (cell: HTMLElement) => {
  const { left, width } = cell.getBoundingClientRect();
  return left + width / 2;
};

const withTrack = (tracks: string, at: number, track: string) =>
  tracks
    .split(' ')
    .map((other, index) => (index === at ? track : other))
    .join(' ');
