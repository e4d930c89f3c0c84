import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { queryText } from '@/lib/domain/filter/query-text';

/** How a change of the address stands in history: as a step to go back from, or in place of the present one. */
export type Step = 'push' | 'replace';

/**
 * One field of the page's address, and how to set it; null takes it out. Next keeps its router in step with
 * history: https://nextjs.org/docs/app/getting-started/linking-and-navigating#native-history-api
 */
export function useAddressField(name: string): [string | null, (next: string | null, step: Step) => void] {
  const value = useSearchParams().get(name);
  return [value, (next, step) => changeAddress({ [name]: next }, step)];
}

/** A field that may stand in the address several times, in its order. */
export function useAddressList(name: string): readonly string[] {
  const search = useSearchParams();
  const values = search.getAll(name);
  const spelt = JSON.stringify(values);
  // The same list until the address has another: what is worked out of it is kept by identity.
  return useMemo(() => JSON.parse(spelt), [spelt]);
}

// Browsers refuse more than about a hundred changes in half a minute, and a fast typist makes them.
const PAUSE = 250;

/**
 * The same for text being typed: shown at once, written to the address when the typing pauses. The second function
 * shows a text that the caller writes to the address with other fields, as one step.
 */
export function useTypedAddressField(
  name: string,
): [string, type: (next: string) => void, put: (next: string) => void] {
  const address = useSearchParams().get(name) ?? '';
  const [text, setText] = useState(address);
  const written = useRef(address);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const typed = useRef<string | undefined>(undefined);
  useEffect(() => {
    // Somebody else changed the address: a link, or going back.
    if (address === written.current) return;
    // What was being typed belonged to the address that was left.
    clearTimeout(timer.current);
    typed.current = undefined;
    written.current = address;
    setText(address);
  }, [address]);
  const flush = useCallback(() => {
    clearTimeout(timer.current);
    if (typed.current === undefined) return;
    written.current = typed.current;
    typed.current = undefined;
    changeAddress({ [name]: written.current || null }, 'replace');
  }, [name]);
  useEffect(() => {
    // Leaving the field may lead to another page, and a change of the address on the way there would call it off.
    document.addEventListener('focusout', flush, true);
    return () => {
      document.removeEventListener('focusout', flush, true);
      clearTimeout(timer.current);
    };
  }, [flush]);
  const type = (next: string) => {
    setText(next);
    typed.current = next;
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, PAUSE);
  };
  const put = (next: string) => {
    clearTimeout(timer.current);
    typed.current = undefined;
    written.current = next;
    setText(next);
  };
  return [text, type, put];
}

/** Changes fields of the address as one step; null takes a field out, a list puts it there several times. */
export function changeAddress(
  fields: Readonly<Record<string, string | readonly string[] | null>>,
  step: Step,
): void {
  const url = new URL(window.location.href);
  const others = [...url.searchParams].filter(([name]) => !Object.hasOwn(fields, name));
  const changed = Object.entries(fields).flatMap(([name, value]) =>
    (value === null ? [] : typeof value === 'string' ? [value] : value).map((each) => [name, each] as const),
  );
  const next = queryText([...others, ...changed]);
  if (next === queryText(url.searchParams)) return;
  url.search = next;
  if (step === 'push') window.history.pushState(null, '', url);
  else window.history.replaceState(null, '', url);
}
