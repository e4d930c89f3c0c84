'use client';

import { lazy, Suspense } from 'react';
import { useHasKept } from '@/lib/client/has-kept';

const ViewsList = lazy(() => import('@/components/filter/views-list'));

/** The sidebar's block of saved views; nothing where none is saved. */
export function SavedViews({ scope }: { scope: string }) {
  if (!useHasKept('views', [scope])) return null;
  return (
    <section aria-label="Saved views" className="mt-5 flex min-h-0 flex-col max-xl:hidden">
      <h2 className="px-4 pb-1 text-2xs text-fg-3">Saved views</h2>
      <div className="scroll-thin min-h-0 overflow-y-auto pb-2">
        <Suspense fallback={null}>
          <ViewsList scope={scope} />
        </Suspense>
      </div>
    </section>
  );
}
