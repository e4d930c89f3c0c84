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
 * another version than the primary's, `copied` while the primary has not been read to compare with, and
 * `unread` where only the primary told of it.
 */
export function foldSecrets(rows: Iterable<SecretRow>): FoldedSecret[] {
  return foldGroups(groupRows(rows, new Map())).sort(byName);
}

/**
 * Folds a listing that grows and changes page by page: a page costs the work of its own rows and of laying them
 * in, not of all rows, and the same pages give the same list.
 */
export function createFolding(): (pages: readonly Page[]) => readonly FoldedSecret[] {
  const groups = new Map<string, Page>();
  let known: ReadonlySet<Page> = new Set();
  let folded: readonly FoldedSecret[] = [];
  return (pages) => {
    const given = new Set(pages);
    const gone = [...known].filter((page) => !given.has(page));
    const added = pages.filter((page) => !known.has(page));
    if (gone.length === 0 && added.length === 0) return folded;
    known = given;
    const left = dropRows(gone.flat(), groups);
    const touched = groupRows(added.flat(), groups);
    for (const [key, group] of left) if (!touched.has(key)) touched.set(key, group);
    const laid = foldGroups(touched).sort(byName);
    folded = folded.length === 0 ? laid : merge(folded, laid, touched);
    return folded;
  };
}

/** A page of rows, known by its identity. */
type Page = readonly SecretRow[];

// Puts rows into the groups they belong to; the groups that are other than before.
function groupRows(rows: Iterable<SecretRow>, groups: Map<string, Page>): Map<string, Page> {
  const added = new Map<string, SecretRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = added.get(key);
    if (group) group.push(row);
    else added.set(key, [...(groups.get(key) ?? []), row]);
  }
  for (const [key, group] of added) groups.set(key, group);
  return new Map<string, Page>(added);
}

// Takes rows out of their groups; the groups that are other than before, empty ones among them.
function dropRows(rows: readonly SecretRow[], groups: Map<string, Page>): Map<string, Page> {
  const going = new Set(rows);
  const changed = new Map<string, Page>();
  for (const row of rows) {
    const key = keyOf(row);
    if (changed.has(key)) continue;
    const left = (groups.get(key) ?? []).filter((other) => !going.has(other));
    changed.set(key, left);
    if (left.length > 0) groups.set(key, left);
    else groups.delete(key);
  }
  return changed;
}

const foldGroups = (groups: ReadonlyMap<string, Page>) =>
  [...groups].flatMap(([key, group]) => (group.length > 0 ? [foldedOnce(key, group)] : []));

// Two lists in order become one; of the first, what the second has anew is left out.
function merge(
  before: readonly FoldedSecret[],
  added: readonly FoldedSecret[],
  replaced: ReadonlyMap<string, unknown>,
): FoldedSecret[] {
  const all: FoldedSecret[] = [];
  let next = 0;
  for (const secret of before) {
    if (replaced.has(secret.key)) continue;
    for (let other = added[next]; other && byName(other, secret) < 0; other = added[++next]) all.push(other);
    all.push(secret);
  }
  for (const rest of added.slice(next)) all.push(rest);
  return all;
}

// What is known of a row, and a secret whose rows are the same as before, is the same object, so that the work
// of reading, filtering and drawing it is done once.
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
  const listed = group
    .filter((row) => row.region !== primaryRegion)
    .map((row): Member => ({ region: row.region, row, state: replicaState(row, primary) }));
  const seen = new Set(listed.map(({ region }) => region));
  const reported = (primary?.replicas ?? [])
    .filter(({ region }) => !seen.has(region))
    .map(({ region }): Member => ({ region, state: 'unread' }));
  const replicas = [...listed, ...reported].sort((a, b) => (a.region < b.region ? -1 : 1));
  const head: Member = primary
    ? { region: primaryRegion, state: 'primary', row: primary }
    : { region: primaryRegion, state: 'unread' };
  const shown = primary ?? replicas.find(({ row }) => row)?.row ?? first;
  return { key, name: first.name, shown, primaryRegion, members: [head, ...replicas] };
}

function replicaState(replica: SecretRow, primary: SecretRow | undefined): MemberState {
  if (!primary) return 'copied';
  return replica.holders.AWSCURRENT === primary.holders.AWSCURRENT ? 'in-sync' : 'behind';
}

/** The order of names, character by character; the same name in several regions by its key. */
export const byName = (a: FoldedSecret, b: FoldedSecret) =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
