import { useEffect, useRef } from 'react';
import { isTyped, useSingleKeys } from './shortcut';

/**
 * Runs `act` when a single key is pressed inside of an open dialog, outside of typing; the keys of the page rest there.
 * `undefined` as act switches it off.
 */
export function useDialogShortcut(key: string, act: (() => void) | undefined): void {
  const [on] = useSingleKeys();
  const latest = useRef(act);
  latest.current = on ? act : undefined;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== key || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (!latest.current || isTyped(event.target)) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [key]);
}
