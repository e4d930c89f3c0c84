import type { SecretRow } from '@/lib/domain/secret';
import { createStore, useStore } from './store';

/** Where DescribeSecret saw a secret's labels after a write of ours. */
interface Patch {
  readonly holders: SecretRow['holders'];
  readonly at: string;
}

// ListSecrets may lag five minutes; after that it is right and a patch would hide newer changes.
// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecrets.html
const LAG = 300_000;

const patches = createStore<ReadonlyMap<string, Patch>>(new Map());

/** Keeps what DescribeSecret showed of one region's copy until the listing agrees. */
export function patchRow(arn: string, holders: SecretRow['holders'], at: string): void {
  patches.set(new Map(patches.get()).set(arn, { holders, at }));
}

/** Drops all patches, when the operator changes. */
export function forgetPatches(): void {
  patches.set(new Map());
}

export function usePatches(): ReadonlyMap<string, Patch> {
  return useStore(patches);
}

/** A listed row, with its labels from the patch while the listing may still be older than the write. */
export function patched(
  row: SecretRow,
  readAt: string | undefined,
  known: ReadonlyMap<string, Patch>,
): SecretRow {
  const patch = known.get(row.arn);
  if (!patch) return row;
  const listingIsSure = readAt !== undefined && Date.parse(readAt) - Date.parse(patch.at) > LAG;
  return listingIsSure ? row : { ...row, holders: patch.holders };
}
