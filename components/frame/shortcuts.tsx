'use client';

import { lazy, Suspense } from 'react';
import { useGoTo } from '@/components/frame/use-go-to';
import { useShortcut } from '@/lib/client/shortcut';
import { createStore, useStore } from '@/lib/client/store';

const ShortcutsSheet = lazy(() => import('./shortcuts-sheet'));
/** Fetched from here alone: a second place to fetch it from would split what the table page loads first. */
export const CliDrawer = lazy(() => import('@/components/cli/cli-drawer'));
const open = createStore<'keys' | 'cli' | undefined>(undefined);

/** Shows the list of keys. */
export const showShortcuts = (): void => open.set('keys');

/** Shows the page as calls to AWS. */
export const showCli = (): void => open.set('cli');

/** The keys of every page: `?` shows the list of all, `.` the page as commands, `g` and a letter lead to another page. */
export function Shortcuts() {
  useShortcut('?', showShortcuts);
  useShortcut('.', showCli);
  useGoTo();
  const shown = useStore(open);
  if (!shown) return null;
  const Shown = shown === 'cli' ? CliDrawer : ShortcutsSheet;
  return (
    <Suspense>
      <Shown onClose={() => open.set(undefined)} />
    </Suspense>
  );
}
