import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** So long a row has to stay under the pointer of a table that is scrolled, or have the focus, in milliseconds. */
const REST = 80;

/**
 * The rows that pointer and focus rest on, by the keys of their secrets. Those they only pass, while the table is
 * scrolled or a key is held down, are none: that is why rows have no `:hover`, which would cost in every frame.
 */
export function useNear(
  scroller: RefObject<HTMLElement | null>,
  rows: readonly { readonly key: string }[],
  listing: string,
) {
  const [pointed, setPointed] = useState<string>();
  const [focused, setFocused] = useState<string>();
  const latest = useRef(rows);
  latest.current = rows;
  const begin = useRef(() => {});

  useEffect(() => {
    const node = scroller.current;
    if (!node) return;
    const keyOf = (row: HTMLElement | null) => row?.dataset.at && latest.current[Number(row.dataset.at)]?.key;
    let scrolled = 0;
    let told: readonly HTMLElement[] = [];
    const pointer = rest((row) => {
      // The next secret may be written into the same element.
      for (const cut of told) cut.dataset.tip = '';
      told = [...(row?.querySelectorAll<HTMLElement>('[data-full]') ?? [])];
      for (const cut of told) tellInFull(cut);
      setPointed(keyOf(row));
    });
    const focus = rest((row) => setFocused(keyOf(row)));
    const over = ({ target, pointerType, timeStamp }: PointerEvent) => {
      if (pointerType === 'mouse') pointer(rowOf(target), timeStamp - scrolled > REST);
    };
    const leave = () => pointer(null, true);
    begin.current = () => {
      leave();
      focus(null, true);
      const under = node.querySelector<HTMLElement>('tr[data-at]:hover');
      if (under) pointer(under, false);
      const own = rowOf(document.activeElement);
      if (own && node.contains(own)) focus(own, false);
    };
    const focusIn = ({ target }: FocusEvent) => focus(rowOf(target), false);
    const focusOut = ({ relatedTarget }: FocusEvent) => {
      if (!node.contains(relatedTarget as Node | null)) focus(null, true);
    };
    const moved = ({ timeStamp }: Event) => {
      scrolled = timeStamp;
    };
    node.addEventListener('pointerover', over);
    node.addEventListener('pointerleave', leave);
    node.addEventListener('focusin', focusIn);
    node.addEventListener('focusout', focusOut);
    node.addEventListener('scroll', moved, { passive: true });
    return () => {
      leave();
      focus(null, true);
      node.removeEventListener('pointerover', over);
      node.removeEventListener('pointerleave', leave);
      node.removeEventListener('focusin', focusIn);
      node.removeEventListener('focusout', focusOut);
      node.removeEventListener('scroll', moved);
    };
  }, [scroller]);
  // Other secrets are in the same elements now, and no event says so.
  const before = useRef(listing);
  useLayoutEffect(() => {
    if (before.current === listing) return;
    before.current = listing;
    begin.current();
  }, [listing]);
  return (key: string) => key === pointed || key === focused;
}

const rowOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('tr[data-at]') : null;

/** Says at once that a row was left, and after a rest, or at once, which one was come to. */
function rest(say: (row: HTMLElement | null) => void) {
  let coming: ReturnType<typeof setTimeout>;
  let last: HTMLElement | null = null;
  return (row: HTMLElement | null, atOnce: boolean) => {
    if (row === last && row?.isConnected) return;
    last = row;
    clearTimeout(coming);
    say(atOnce ? row : null);
    if (row && !atOnce) coming = setTimeout(say, REST, row);
  };
}

// Only what is cut short is told in full.
function tellInFull(node: HTMLElement): void {
  const parts = node.children.length > 0 ? [...node.children] : [node];
  const isCut = parts.some((part) => part.scrollWidth > part.clientWidth);
  node.dataset.tip = isCut ? (node.dataset.full ?? '') : '';
}
