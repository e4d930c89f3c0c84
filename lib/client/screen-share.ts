import { useCallback } from 'react';
import { maskInPlace, maskName, maskText } from '@/lib/domain/mask-name';
import { createStore, useStore } from './store';

/** Whether somebody else may be looking at this screen, and which names they should not see. */
export interface ScreenShare {
  readonly on: boolean;
  /** Comma-separated globs of names. */
  readonly globs: string;
}

const KEY = 'keyturn.screen-share';
const OFF: ScreenShare = { on: false, globs: 'prod/*' };
const store = createStore<ScreenShare>(OFF);
let loaded = false;

/** The state of screen sharing on this browser; kept over reloads, so that one does not unmask. */
export function useScreenShare(): ScreenShare {
  return useStore(watched);
}

/** How a secret's name is written on this screen: as it is, or masked while the screen is shared. */
export function useShownNames(): (name: string) => string {
  const { on, globs } = useScreenShare();
  return useCallback((name: string) => (on ? maskName(name, globs) : name), [on, globs]);
}

/** How a text that may hold ARNs, or the secret's own name, is written on this screen. */
export function useShownText(name?: string): (text: string) => string {
  const { on, globs } = useScreenShare();
  return useCallback((text: string) => (on ? maskText(text, globs, name) : text), [on, globs, name]);
}

/** How a text is written of which places are told, such as a line of a log: no character moves. */
export function useShownInPlace(): (text: string) => string {
  const { on, globs } = useScreenShare();
  return useCallback((text: string) => (on ? maskInPlace(text, globs) : text), [on, globs]);
}

/** Changes it for every page of this browser from now on. */
export function setScreenShare(next: ScreenShare): void {
  store.set(next);
  localStorage.setItem(KEY, JSON.stringify(next));
}

const watched = { ...store, get: current };

function current(): ScreenShare {
  // On the server there is no screen: the first paint has no names in it either.
  if (!loaded && typeof localStorage !== 'undefined') {
    loaded = true;
    store.set(read(localStorage.getItem(KEY)));
  }
  return store.get();
}

function read(kept: string | null): ScreenShare {
  try {
    const { on, globs } = { ...OFF, ...(JSON.parse(kept ?? '{}') as Partial<ScreenShare>) };
    return { on: on === true, globs: typeof globs === 'string' ? globs : OFF.globs };
  } catch {
    return OFF;
  }
}
