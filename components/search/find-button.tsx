'use client';

import { Search } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Kbd } from '@/components/ui/kbd';

const FindDialog = lazy(() => import('@/components/search/find-dialog'));

/** The search of the top bar: a secret, an ARN or a version, from every page. Opens by ⌘K or Ctrl K as well. */
export function FindButton({ scope }: { scope: string }) {
  // Mounted from the first opening on, so that closing can give back the focus.
  const [state, setState] = useState<'never' | 'open' | 'closed'>('never');
  const [mac, setMac] = useState(false);
  useEffect(() => {
    setMac(/Mac|iP(hone|ad)/.test(navigator.userAgent));
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.altKey) return;
      event.preventDefault();
      // Above a dialog that asks something, nothing else opens; one that is going asks nothing any more.
      if (!document.querySelector('.bg-scrim:not([data-closed])')) setState('open');
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <>
      <button
        type="button"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setState('open')}
        className="flex h-7 items-center gap-2 rounded-md border border-line-strong bg-canvas px-2 text-fg-3 text-xs transition-colors hover:text-fg max-lg:w-7 max-lg:justify-center max-lg:border-transparent max-lg:bg-transparent max-lg:px-0 max-md:size-11 max-md:-my-2 lg:w-52 lg:max-xl:w-40 xl:w-[21.25rem]"
      >
        <Search aria-hidden strokeWidth={1.75} className="size-3.5 shrink-0" />
        <span className="min-w-0 flex-1 truncate text-left max-lg:sr-only">
          Find a secret, ARN or version
        </span>
        <span aria-hidden className="contents max-xl:hidden">
          <Kbd>{mac ? '⌘K' : 'Ctrl K'}</Kbd>
        </span>
      </button>
      {state !== 'never' && (
        <Suspense fallback={null}>
          <FindDialog scope={scope} open={state === 'open'} onClose={() => setState('closed')} />
        </Suspense>
      )}
    </>
  );
}
