import { parseSecretArn } from './arn.ts';
import type { SecretRow } from './secret.ts';

/** What one region shows of a secret. */
export type MemberState = 'primary' | 'in-sync' | 'behind' | 'copied' | 'unread';

/** One region's copy of a folded secret. */
export interface Member {
  readonly region: string;
  readonly state: MemberState;
  readonly row?: SecretRow;
}

/** One logical secret: a primary and the replicas that were seen, folded into one line of the table. */
export interface FoldedSecret {
  /** Stable over reads and pages: the ARN in the primary region. */
  readonly key: string;
  readonly name: string;
  /** The primary's row, or a replica's while the primary has not been read. */
  readonly shown: SecretRow;
  readonly primaryRegion: string;
  readonly members: readonly Member[];
}

/** The ARN in the primary region, which all members of a replicated secret share as identity. */
export function foldKey(row: SecretRow): string {
  const primary = row.primaryRegion ?? row.region;
  const arn = parseSecretArn(row.arn);
  return arn
    ? `arn:${arn.partition}:secretsmanager:${primary}:${arn.account}:secret:${arn.resource}`
    : row.arn;
}

/**
 * Folds what the regions list into logical secrets, by name. A replica is `behind` when its AWSCURRENT is on
 * another version than the primary's, `copied` while the primary has not been read to compare with.
 */
export function foldSecrets(rows: Iterable<SecretRow>): FoldedSecret[] {
  const groups = new Map<string, SecretRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups].map(([key, group]) => foldedOnce(key, group)).sort(byName);
}

// Pages arrive by the hundred and each folds all rows again: what is known of a row, and a secret whose rows
// are the same as before, is the same object, so that the work of reading and filtering it is done once.
const keys = new WeakMap<SecretRow, string>();
const folds = new WeakMap<SecretRow, { group: readonly SecretRow[]; folded: FoldedSecret }>();

function keyOf(row: SecretRow): string {
  const known = keys.get(row);
  if (known !== undefined) return known;
  const key = foldKey(row);
  keys.set(row, key);
  return key;
}

function foldedOnce(key: string, group: readonly SecretRow[]): FoldedSecret {
  const first = group[0]!;
  const known = folds.get(first);
  if (known?.group.length === group.length && known.group.every((row, at) => row === group[at])) {
    return known.folded;
  }
  const folded = foldGroup(key, group);
  folds.set(first, { group, folded });
  return folded;
}

function foldGroup(key: string, group: readonly SecretRow[]): FoldedSecret {
  const first = group[0]!;
  const primaryRegion = first.primaryRegion ?? first.region;
  const primary = group.find((row) => row.region === primaryRegion);
  const replicas = group
    .filter((row) => row.region !== primaryRegion)
    .sort((a, b) => a.region.localeCompare(b.region))
    .map((row): Member => ({ region: row.region, row, state: replicaState(row, primary) }));
  const head: Member = primary
    ? { region: primaryRegion, state: 'primary', row: primary }
    : { region: primaryRegion, state: 'unread' };
  return { key, name: first.name, shown: primary ?? first, primaryRegion, members: [head, ...replicas] };
}

function replicaState(replica: SecretRow, primary: SecretRow | undefined): MemberState {
  if (!primary) return 'copied';
  return replica.holders.AWSCURRENT === primary.holders.AWSCURRENT ? 'in-sync' : 'behind';
}

const byName = (a: FoldedSecret, b: FoldedSecret) =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
