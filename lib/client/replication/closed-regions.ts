import { useMemo, useRef } from 'react';
import type { Problem } from '@/lib/contract/problem';
import { accountNumber } from '@/lib/domain/account-number';
import { accountRegion } from '@/lib/domain/account-region';
import { awsNow } from '../aws-time';
import type { InventoryState } from '../inventory-state';
import type { AccountSide } from './account-sides';

/** Why a region is not read in one account, and since when this page knows it. */
export interface Closed {
  /** As people read it; absent where there is one account. */
  readonly account?: string;
  readonly problem: Problem | undefined;
  /** AWS's clock, epoch milliseconds. */
  readonly since: number;
}

/** The closed regions, each with the accounts it is closed in. */
export type ClosedRegions = ReadonlyMap<string, readonly Closed[]>;

/** Why each closed region is closed, in which accounts, and since when this page knows it. */
export function useClosedRegions(state: InventoryState, sides: readonly AccountSide[]): ClosedRegions {
  const since = useRef(new Map<string, number>());
  return useMemo(() => {
    const known = since.current;
    since.current = new Map();
    const found = new Map<string, Closed[]>();
    for (const { account, reader, closed } of sides) {
      for (const region of closed) {
        const id = accountRegion(account, region);
        const read = reader.closed.get(region);
        const first = known.get(id) ?? read?.since ?? awsNow();
        since.current.set(id, first);
        const name = state.fleet ? id : region;
        const listed = state.regions.find((one) => one.region === name)?.problem;
        const whose = state.fleet ? { account: accountNumber(account) } : {};
        const one = { ...whose, problem: read?.problem ?? listed, since: first };
        found.set(region, [...(found.get(region) ?? []), one]);
      }
    }
    return found;
  }, [state, sides]);
}
