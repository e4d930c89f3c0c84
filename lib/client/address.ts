import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';

/** How a change of the address stands in history: as a step to go back from, or in place of the present one. */
export type Step = 'push' | 'replace';

/**
 * One field of the page's address, and how to set it; null takes it out. Next keeps its router in step with
 * history: https://nextjs.org/docs/app/getting-started/linking-and-navigating#native-history-api
 */
export function useAddressField(name: string): [string | null, (next: string | null, step: Step) => void] {
  const value = useSearchParams().get(name);
  return [value, (next, step) => write(name, next, step)];
}

// Browsers refuse more than about a hundred changes in half a minute, and a fast typist makes them.
const PAUSE = 250;

/** The same for text being typed: shown at once, written to the address when the typing pauses. */
export function useTypedAddressField(name: string): [string, (next: string) => void] {
  const address = useSearchParams().get(name) ?? '';
  const [text, setText] = useState(address);
  const written = useRef(address);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const typed = useRef<string | undefined>(undefined);
  useEffect(() => {
    // Somebody else changed the address: a link, or going back.
    if (address === written.current) return;
    written.current = address;
    setText(address);
  }, [address]);
  const flush = useCallback(() => {
    clearTimeout(timer.current);
    if (typed.current === undefined) return;
    written.current = typed.current;
    typed.current = undefined;
    write(name, written.current || null, 'replace');
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
  return [text, type];
}

function write(name: string, next: string | null, step: Step): void {
  const url = new URL(window.location.href);
  if (url.searchParams.get(name) === next) return;
  if (next === null) url.searchParams.delete(name);
  else url.searchParams.set(name, next);
  if (step === 'push') window.history.pushState(null, '', url);
  else window.history.replaceState(null, '', url);
}
