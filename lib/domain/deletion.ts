import type { SecretRow } from './secret.ts';

/** A secret scheduled for deletion; `after` is when its recovery window ends, where that is certain. */
export interface Deletion {
  readonly after?: string;
}

/**
 * Whether a secret is scheduled for deletion, and until when it can be restored. AWS describes DeletedDate of a
 * listing as when the deletion occurred and of DescribeSecret as when it is scheduled. A moment to come is
 * certainly the latter; one that has passed may be either, so nothing is claimed of it.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_SecretListEntry.html
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html
 */
export function deletionOf({ deleted }: Pick<SecretRow, 'deleted'>, now: number): Deletion | undefined {
  if (deleted === undefined) return undefined;
  return Date.parse(deleted) > now ? { after: deleted } : {};
}
