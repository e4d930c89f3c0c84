import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

interface Place {
  readonly listing: string;
  readonly key: string | undefined;
  readonly offset: number;
}

// In memory, not in storage: a key is an ARN, and nothing of the account may stay in a browser after sign-out.
const places = new Map<string, Place>();

/** Where an operator was in a table of the same filter and order, when it was left. */
export function placeOf(scope: string, listing: string): Place | undefined {
  const place = places.get(scope);
  return place?.listing === listing ? place : undefined;
}

/** Keeps scroll position and row when the table is left, and puts the focus back when it is returned to. */
export function useKeptPlace(
  scroller: RefObject<HTMLElement | null>,
  offset: RefObject<number>,
  scope: string,
  listing: string,
  key: string | undefined,
): void {
  const latest = useRef({ listing, key });
  useLayoutEffect(() => {
    latest.current = { listing, key };
  });
  useLayoutEffect(
    () => () => {
      // A table whose rows have not come yet is replaced, not left: nobody has been anywhere in it.
      if (latest.current.key !== undefined) places.set(scope, { ...latest.current, offset: offset.current });
    },
    [scope, offset],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the table appears
  useEffect(() => {
    const place = placeOf(scope, listing);
    // Whoever is typing already is not interrupted.
    if (!place || document.activeElement !== document.body) return;
    const row = scroller.current?.querySelector<HTMLElement>('tr[tabindex="0"]');
    // A focus that cannot be seen is worse than none: Tab leads to the row all the same.
    if (row && isInSight(row, scroller.current)) row.focus({ preventScroll: true });
  }, []);
}

function isInSight(row: HTMLElement, within: HTMLElement | null): boolean {
  const sight = within?.getBoundingClientRect();
  const { top, bottom } = row.getBoundingClientRect();
  return sight !== undefined && bottom > sight.top && top < sight.bottom;
}
