import { useEffect, useRef } from 'react';
import { isElsewhere, useShortcut } from '@/lib/client/shortcut';

const pages: Readonly<Record<string, string>> = { s: 'secrets', r: 'rotation', p: 'replication' };

/** So long `g` waits for the letter of a page, in milliseconds. */
const WAIT = 1_500;

/** `g` and a letter lead to a page of the navigation; the letter then does nothing of its own. */
export function useGoTo(): void {
  const since = useRef(-WAIT);
  useShortcut('g', ({ timeStamp }) => {
    since.current = timeStamp;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const waiting = event.timeStamp - since.current < WAIT;
      since.current = -WAIT;
      const page = pages[event.key];
      if (!waiting || !page || event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target))
        return;
      event.preventDefault();
      document.querySelector<HTMLElement>(`nav a[href^="/${page}?"]`)?.click();
    };
    // Before the page's own keys: `r` alone reads again.
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, []);
}
