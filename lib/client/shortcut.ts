import { useEffect, useRef } from 'react';
import { createStore, useStore } from './store';

const stored = 'keyturn.single-keys';
const read = () => typeof localStorage === 'undefined' || localStorage.getItem(stored) !== 'off';
const singleKeys = createStore(true);

/** Whether single keys act, and how to switch them; kept in this browser. Speech input users switch them off. */
export function useSingleKeys(): [boolean, (on: boolean) => void] {
  useEffect(() => singleKeys.set(read()), []);
  const choose = (on: boolean) => {
    localStorage.setItem(stored, on ? 'on' : 'off');
    singleKeys.set(on);
  };
  return [useStore(singleKeys), choose];
}

/**
 * Runs `act` when a single key is pressed outside of typing and of open dialogs; with Ctrl, Alt or the command
 * key it is somebody else's shortcut. `undefined` as act switches it off.
 */
export function useShortcut(key: string, act: ((event: KeyboardEvent) => void) | undefined): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== key.toLowerCase() || event.defaultPrevented || !read()) return;
      if (event.ctrlKey || event.metaKey || event.altKey || !latest.current || isElsewhere(event.target))
        return;
      event.preventDefault();
      latest.current(event);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [key]);
}

/** Whether a key belongs to something else than the page: a field that is typed in, or what floats above it. */
export function isElsewhere(target: EventTarget | null): boolean {
  return !!document.querySelector('[role=dialog],[popover=auto]:popover-open') || isTyped(target);
}

/** Whether a key is typed into something. */
export function isTyped(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input:not([type=checkbox],[type=radio]),textarea,select') !== null)
  );
}
