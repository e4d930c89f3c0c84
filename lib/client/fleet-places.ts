import type { PlaceInfo } from '@/lib/contract/operator';
import { accountIn } from '@/lib/domain/account-region';

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

/** As whom a secret is opened: as its account is read; `otherwise` where the account is none of these. */
export const scopeOf = (places: readonly PlaceInfo[], arn: string, otherwise: string): string =>
  places.find(({ account }) => account === accountIn(arn))?.scope ?? otherwise;
