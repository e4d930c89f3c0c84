import type { PlaceInfo } from '@/lib/contract/operator';

/**
 * As whom each account of a sign-in is read: of several roles in one account by the one the page works as, else by the one
 * held longest, so that no secret is listed twice.
 */
export function fleetPlaces(held: readonly PlaceInfo[], scope: string): readonly PlaceInfo[] {
  const byAccount = new Map<string, PlaceInfo>();
  for (const place of held) {
    if (place.scope === scope || !byAccount.has(place.account)) byAccount.set(place.account, place);
  }
  return [...byAccount.values()];
}
