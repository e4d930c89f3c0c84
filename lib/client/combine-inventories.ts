import type { Problem } from '@/lib/contract/problem';
import { accountNumber } from '@/lib/domain/account-number';
import { accountRegion } from '@/lib/domain/account-region';
import { type InventoryState, isComplete, type RegionProgress } from './inventory-state';

/** The inventory of one account, as far as it is known, and why it could not be asked. */
export interface Part {
  readonly account: string;
  readonly state: InventoryState | undefined;
  readonly error: Error | undefined;
}

/**
 * The inventories of several accounts as one: each region by the name of its account and itself. An account that could not be
 * asked at all is one more entry, by its own name, beside what was read of it before.
 */
export function combineInventories(
  parts: readonly Part[],
  problemIn: (cause: unknown) => Problem,
): InventoryState {
  const fallback = parts.find(({ state }) => state?.source === 'fallback')?.state;
  return {
    fleet: true,
    regions: parts.flatMap(({ account, state, error }) => [
      ...(state?.regions ?? []).map((region) => named(account, region)),
      ...(error ? [unasked(account, problemIn(error))] : []),
    ]),
    ...(fallback && {
      source: 'fallback',
      ...(fallback.sourceProblem ? { sourceProblem: fallback.sourceProblem } : {}),
    }),
    ended: parts.every(({ state, error }) => state?.ended === true || error !== undefined),
  };
}

/** What is not known to its end, as short as it can be said: an account of which nothing is, else its regions by name. */
export function unreadIn(parts: readonly Part[]): readonly string[] {
  return parts.flatMap(({ account, state }) => {
    const regions = state?.regions ?? [];
    const open = regions.filter((region) => !isComplete(region));
    if (open.length === regions.length) return [accountNumber(account)];
    return open.map(({ region }) => accountRegion(account, region));
  });
}

const unasked = (account: string, problem: Problem): RegionProgress => ({
  region: accountNumber(account),
  state: 'failed',
  pages: [],
  problem,
});

const names = new WeakMap<RegionProgress, RegionProgress>();

function named(account: string, region: RegionProgress): RegionProgress {
  const known = names.get(region);
  if (known) return known;
  const next = { ...region, region: accountRegion(account, region.region) };
  names.set(region, next);
  return next;
}
