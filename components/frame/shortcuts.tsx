'use client';

import { lazy, Suspense } from 'react';
import { useShortcut } from '@/lib/client/shortcut';
import { createStore, useStore } from '@/lib/client/store';

const ShortcutsSheet = lazy(() => import('./shortcuts-sheet'));
const open = createStore(false);

/** Shows the list of keys. */
export const showShortcuts = (): void => open.set(true);

/** The list of keys, on `?` anywhere. */
export function Shortcuts() {
  useShortcut('?', showShortcuts);
  if (!useStore(open)) return null;
  return (
    <Suspense>
      <ShortcutsSheet onClose={() => open.set(false)} />
    </Suspense>
  );
}
