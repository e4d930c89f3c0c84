'use client';

import { Bookmark } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useHasKept } from '@/lib/client/has-kept';
import { type Filter, filterQuery } from '@/lib/domain/filter/query-text';

const ViewsPanel = lazy(() => import('@/components/filter/views-panel'));

/** Keeps the filter under a name; where the sidebar has no room for them, also the views that are kept. */
export function SaveView({ scope, filter }: { scope: string; filter: Filter }) {
  const some = useHasKept('views', [scope]);
  const [anchor, setAnchor] = useState<Element>();
  const query = filterQuery(filter);
  if (query === '' && !some) return null;
  return (
    <>
      <Button
        variant="quiet"
        size="sm"
        icon={Bookmark}
        aria-expanded={anchor !== undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
        className={query === '' ? 'xl:hidden' : ''}
      >
        <span className="max-xl:hidden">Save view</span>
        <span className="xl:hidden">Views</span>
      </Button>
      {anchor && (
        <Suspense fallback={null}>
          <ViewsPanel {...{ scope, query, anchor }} onClose={() => setAnchor(undefined)} />
        </Suspense>
      )}
    </>
  );
}
