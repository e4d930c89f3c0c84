import { mayHold } from './account-region.ts';
import type { FoldedSecret } from './fold.ts';

/** The day any copy of a secret was last read, as far as that is known. */
export type LastRead =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'never' }
  /** A copy may have been read later than `known`, in a region that was not read. */
  | { readonly kind: 'unknown'; readonly known?: string };

/**
 * The latest read over all copies of a secret; AWS reports the day only, each region for itself. A copy in a
 * region that was not read makes it unknown, unless another was read today: later than that is impossible.
 * ListSecrets does not say where replicas are, so any unread region may hold one, once a secret is replicated.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_SecretListEntry.html
 */
export function lastRead(secret: FoldedSecret, unread: readonly string[], today: string): LastRead {
  let latest: string | undefined;
  for (const { row } of secret.members) {
    if (row?.lastAccessed && (!latest || row.lastAccessed > latest)) latest = row.lastAccessed;
  }
  const replicated = secret.shown.primaryRegion !== undefined;
  const missing =
    secret.members.some(({ row }) => !row) ||
    (replicated && unread.some((region) => mayHold(region, secret)));
  if (missing && !(latest && latest >= today)) {
    return latest ? { kind: 'unknown', known: latest } : { kind: 'unknown' };
  }
  return latest ? { kind: 'day', day: latest } : { kind: 'never' };
}
