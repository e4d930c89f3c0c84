'use client';

import { lazy, Suspense } from 'react';
import { useHasKept } from '@/lib/client/has-kept';
import type { OperatorInfo } from '@/lib/contract/operator';

const PinnedSecrets = lazy(() => import('@/components/frame/pinned-secrets'));

/** Where pinned secrets stand in the sidebar; nothing while there are none, and nothing is fetched for it then. */
export function PinnedList({ operator }: { operator: OperatorInfo }) {
  const scopes = operator.places.map(({ scope }) => scope);
  return (
    useHasKept('pins', scopes) && (
      <Suspense>
        <PinnedSecrets operator={operator} />
      </Suspense>
    )
  );
}
