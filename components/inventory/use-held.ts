import { useMemo, useState } from 'react';
import { type Held, type Hold, heldBack, holdOf, isRenewed } from '@/components/inventory/hold';
import type { InventoryState } from '@/lib/client/inventory-state';
import type { FoldedSecret } from '@/lib/domain/fold';

/**
 * The secrets with those held back that came or went in a reading of what had been read before: rows do not move
 * away from under a pointer; the operator asks for them, or leaves the table.
 */
export function useHeld(all: readonly FoldedSecret[], state: InventoryState): Held & { show: () => void } {
  const [before, setBefore] = useState({ all, state });
  const [hold, setHold] = useState<Hold>();
  if (before.all !== all || before.state !== state) {
    setBefore({ all, state });
    if (!hold && isRenewed(before.state, state)) setHold(holdOf(before.all, before.state));
  }
  const held = useMemo(() => (hold ? heldBack(all, hold) : { secrets: all, fresh: 0, gone: 0 }), [all, hold]);
  if (hold && held.fresh === 0 && held.gone === 0) setHold(undefined);
  return { ...held, show: () => setHold(undefined) };
}
