import { createStore, useStore } from './store';

/** What is known of a value that was put on the clipboard. */
export type ClipboardState =
  | { readonly kind: 'clear' }
  /** It is there, and will be taken off at this instant (epoch milliseconds, this computer's clock). */
  | { readonly kind: 'holds'; readonly until: number }
  /** The browser did not let us take it off: the operator has to. */
  | { readonly kind: 'left' };

/** How long a copied value may stay, in milliseconds. */
export const CLIPBOARD_TIME = 60_000;

const state = createStore<ClipboardState>({ kind: 'clear' });
let timer: ReturnType<typeof setTimeout> | undefined;

/** What is known of a value on the clipboard. */
export const useClipboard = () => useStore(state);

/**
 * Puts a value on the clipboard and takes it off again after a minute, whatever page the operator is on by then.
 * Answers whether the browser let it.
 */
export async function copyValue(copiedValue: string): Promise<boolean> {
  clearTimeout(timer);
  try {
    await navigator.clipboard.writeText(copiedValue);
  } catch {
    return false;
  }
  state.set({ kind: 'holds', until: Date.now() + CLIPBOARD_TIME });
  timer = setTimeout(() => void clearClipboard(), CLIPBOARD_TIME);
  return true;
}

/**
 * Takes a value off the clipboard now. Browsers let only the page in front do so; otherwise the state says that it
 * could not be done. https://developer.mozilla.org/en-US/docs/Web/API/Clipboard/writeText
 */
export async function clearClipboard(): Promise<void> {
  clearTimeout(timer);
  try {
    await navigator.clipboard.writeText('');
    state.set({ kind: 'clear' });
  } catch {
    state.set({ kind: 'left' });
  }
}

/** Ends the note about a value that the operator has taken off by hand. */
export function dismissClipboard(): void {
  state.set({ kind: 'clear' });
}
