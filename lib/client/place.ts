import type { PlaceInfo } from '@/lib/contract/operator';
import { useSignIn } from './operator';

/** The account and role of a scope that the sign-in holds. */
export function usePlace(scope: string): PlaceInfo | undefined {
  return useSignIn().data?.places.find((place) => place.scope === scope);
}
