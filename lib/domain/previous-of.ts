import type { FoldedSecret } from './fold.ts';
import { isReplica } from './secret.ts';

/**
 * The version a roll back would move AWSCURRENT to, where the listing does not already rule one out: the primary
 * is read, is not scheduled for deletion, and no AWS service manages it.
 */
export function previousOf({ shown }: FoldedSecret): string | undefined {
  if (isReplica(shown) || shown.deleted !== undefined || shown.owningService !== undefined) return undefined;
  return shown.holders.AWSCURRENT === undefined ? undefined : shown.holders.AWSPREVIOUS;
}
