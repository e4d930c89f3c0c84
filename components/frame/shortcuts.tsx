'use client';

import { lazy, Suspense } from 'react';
import { useGoTo } from '@/components/frame/use-go-to';
import { useShortcut } from '@/lib/client/shortcut';
import { createStore, useStore } from '@/lib/client/store';

const ShortcutsSheet = lazy(() => import('./shortcuts-sheet'));
const open = createStore(false);

/** Shows the list of keys. */
export const showShortcuts = (): void => open.set(true);

/** The keys of every page: `?` shows the list of all, `g` and a letter lead to another page. */
export function Shortcuts() {
  useShortcut('?', showShortcuts);
  useGoTo();
  if (!useStore(open)) return null;
  return (
    <Suspense>
      <ShortcutsSheet onClose={() => open.set(false)} />
    </Suspense>
  );
}
