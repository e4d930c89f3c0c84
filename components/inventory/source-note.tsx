import { useState } from 'react';
import { ProblemLater } from '@/components/problem/problem-later';
import type { InventoryState } from '@/lib/client/inventory-state';

/** Why the regions asked are not the account's own list, where it had to be done without it. */
export function SourceNote({ state: { sourceProblem, regions } }: { state: InventoryState }) {
  const [open, setOpen] = useState(false);
  const why =
    sourceProblem?.code === 'access-denied'
      ? 'your role may not call'
      : 'the account’s own list could not be read with';
  return (
    <div className="border-t">
      <p className="px-4 py-1 text-fg-3 md:px-5">
        These {regions.length} regions are the ones every account has: {why}{' '}
        <code className="text-fg-2">{sourceProblem?.action ?? 'account:ListRegions'}</code>. Others may hold
        secrets too.{' '}
        {sourceProblem && (
          <button
            type="button"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            className="rounded-sm text-accent underline underline-offset-2 max-md:py-3"
          >
            {open ? 'Hide details' : 'Details'}
          </button>
        )}
      </p>
      {open && sourceProblem && (
        <div className="max-h-72 overflow-y-auto border-t *:border-b-0">
          <ProblemLater problem={sourceProblem} form="strip" />
        </div>
      )}
    </div>
  );
}
