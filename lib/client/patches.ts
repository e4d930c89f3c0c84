import type { SecretDetail, SecretRow } from '@/lib/domain/secret';
import { createStore, useStore } from './store';

/** What DescribeSecret showed of a secret, after a write of ours or when its page was read. */
interface Patch {
  readonly holders: SecretRow['holders'];
  /** AWS's LastChangedDate then, ISO. */
  readonly changed?: string | undefined;
  /** When deletion was scheduled for; absent: it is not scheduled. */
  readonly deleted?: string | undefined;
  /** Whether a schedule rotates it. */
  readonly rotates?: boolean | undefined;
  /** Where the replicas are, which no listing says. */
  readonly replicas?: SecretDetail['replicas'] | undefined;
  readonly at: string;
}

// ListSecrets may lag five minutes; after that it is right and a patch would hide newer changes.
// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecrets.html
const LAG = 300_000;

const patches = createStore<ReadonlyMap<string, Patch>>(new Map());

/** Keeps what DescribeSecret showed of one region's copy until the listing has caught up. */
export function patchRow(arn: string, patch: Patch): void {
  const known = patches.get().get(arn);
  patches.set(new Map(patches.get()).set(arn, { ...patch, replicas: patch.replicas ?? known?.replicas }));
}

/** Drops all patches, at sign-out. */
export function forgetPatches(): void {
  patches.set(new Map());
}

/** All patches, by ARN. */
export function usePatches(): ReadonlyMap<string, Patch> {
  return useStore(patches);
}

/**
 * A listed row, with labels, change, deletion date and whether it rotates from the patch while the listing is older than what it
 * shows, and with the replicas only a patch knows of. The same row and patch give the same object.
 */
export function patched(
  row: SecretRow,
  readAt: string | undefined,
  known: ReadonlyMap<string, Patch>,
): SecretRow {
  const patch = known.get(row.arn);
  if (!patch) return row;
  const sure = readAt !== undefined && Date.parse(readAt) - Date.parse(patch.at) > LAG;
  const late = !sure && !caughtUp(row, patch);
  const kept = made.get(row);
  if (kept?.patch === patch && kept.late === late) return kept.row;
  const next = {
    ...(late ? overlaid(row, patch) : row),
    ...(patch.replicas ? { replicas: patch.replicas } : {}),
  };
  made.set(row, { patch, late, row: next });
  return next;
}

const pages = new WeakMap<readonly SecretRow[], readonly SecretRow[]>();

/** A page of listed rows, each patched where need be; the same object while nothing in it changes. */
export function patchedPage(
  page: readonly SecretRow[],
  readAt: string | undefined,
  known: ReadonlyMap<string, Patch>,
): readonly SecretRow[] {
  if (known.size === 0 || !page.some(({ arn }) => known.has(arn))) return page;
  const rows = page.map((row) => patched(row, readAt, known));
  const kept = pages.get(page);
  if (kept?.every((row, at) => row === rows[at])) return kept;
  pages.set(page, rows);
  return rows;
}

const made = new WeakMap<SecretRow, { patch: Patch; late: boolean; row: SecretRow }>();

function overlaid({ deleted: _, ...row }: SecretRow, patch: Patch): SecretRow {
  const { holders, changed, deleted, rotates = row.rotation.enabled } = patch;
  const rotation = rotates === row.rotation.enabled ? row.rotation : turned(row.rotation, rotates);
  return { ...row, holders, rotation, ...(changed ? { changed } : {}), ...(deleted ? { deleted } : {}) };
}

// Without a schedule in force nothing comes next; of one that was turned on, the listing will tell.
function turned({ next: _, ...rotation }: SecretRow['rotation'], enabled: boolean): SecretRow['rotation'] {
  return { ...rotation, enabled };
}

// The listing shows this change, or a later one that somebody made beside us.
function caughtUp(row: SecretRow, { changed, deleted }: Patch): boolean {
  if (row.changed === undefined || changed === undefined || row.changed < changed) return false;
  return row.changed > changed || row.deleted === deleted;
}
