'use client';

import { lazy, Suspense } from 'react';
import { usePins } from '@/lib/client/pins';

const PinnedSecrets = lazy(() => import('@/components/frame/pinned-secrets'));

/** Where pinned secrets stand in the sidebar; nothing while there are none, and nothing is fetched for it then. */
export function PinnedList({ scope }: { scope: string }) {
  const [pins] = usePins(scope);
  if (pins.length === 0) return null;
  return (
    <Suspense>
      <PinnedSecrets scope={scope} />
    </Suspense>
  );
}
