import type { SecretRow } from '@/lib/domain/secret';
import { createStore, useStore } from './store';

/** What DescribeSecret showed of a secret after a write of ours. */
interface Patch {
  readonly holders: SecretRow['holders'];
  /** AWS's LastChangedDate then, ISO. */
  readonly changed?: string | undefined;
  readonly at: string;
}

// ListSecrets may lag five minutes; after that it is right and a patch would hide newer changes.
// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecrets.html
const LAG = 300_000;

const patches = createStore<ReadonlyMap<string, Patch>>(new Map());

/** Keeps what DescribeSecret showed of one region's copy until the listing has caught up. */
export function patchRow(arn: string, patch: Patch): void {
  patches.set(new Map(patches.get()).set(arn, patch));
}

/** Drops all patches, at sign-out. */
export function forgetPatches(): void {
  patches.set(new Map());
}

/** All patches, by ARN. */
export function usePatches(): ReadonlyMap<string, Patch> {
  return useStore(patches);
}

/** A listed row, with labels and change date from the patch while the listing is older than the write. */
export function patched(
  row: SecretRow,
  readAt: string | undefined,
  known: ReadonlyMap<string, Patch>,
): SecretRow {
  const patch = known.get(row.arn);
  if (!patch) return row;
  const listingIsSure = readAt !== undefined && Date.parse(readAt) - Date.parse(patch.at) > LAG;
  if (listingIsSure || caughtUp(row, patch)) return row;
  return { ...row, holders: patch.holders, ...(patch.changed ? { changed: patch.changed } : {}) };
}

// The listing shows this change, or a later one that somebody made beside us.
function caughtUp(row: SecretRow, { changed }: Patch): boolean {
  return row.changed !== undefined && changed !== undefined && row.changed >= changed;
}
