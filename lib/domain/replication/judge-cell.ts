import { BEHIND_AFTER } from '../follow.ts';
import type { SecretRow } from '../secret.ts';
import type { Cell, CopyReading, RowFacts, Seen, Unreadable } from './cell.ts';
import { compareLabels } from './compare-labels.ts';

/**
 * Judges one region of a secret by comparing what it serves with what the primary serves; AWS's status word alone is
 * no proof. What could not be read is never called healthy.
 */
export function judgeCell(facts: RowFacts, region: string): Cell {
  const { secret, primary } = facts;
  if (region === secret.primaryRegion) return primaryCell(facts, region);
  const own = facts.copies.get(region);
  const listed = secret.members.find((member) => member.region === region)?.row;
  const twin = facts.twins.get(region);
  // Read there, and no longer a copy of this primary: it was promoted.
  if (isSeen(own) && own.primaryRegion !== secret.primaryRegion) {
    const report = isSeen(primary) ? primary.replicas.find((one) => one.region === region) : undefined;
    const serves = own.holders.AWSCURRENT;
    return { region, state: report ? 'failed' : 'twin', serves, source: 'read', report, twin: true };
  }
  const there = copyThere(own, listed);
  if (isSeen(primary)) return replicaCell(facts, primary, { region, own, twin, there });
  if (primary !== undefined) return withoutPrimary(facts, { region, own, twin, there });
  if (there) return { region, state: 'unread', ...there };
  // Whether it stands in a replica's way, the primary tells.
  if (twin) return { region, state: 'unread' };
  return { region, state: facts.listing.has(region) || facts.closed.has(region) ? 'unread' : 'none' };
}

interface Place {
  readonly region: string;
  readonly own: CopyReading | undefined;
  readonly twin: SecretRow | undefined;
  readonly there: Pick<Cell, 'serves' | 'source'> | undefined;
}

function primaryCell({ secret, primary, closed }: RowFacts, region: string): Cell {
  if (isSeen(primary))
    return { region, state: 'primary', serves: primary.holders.AWSCURRENT, source: 'read' };
  const listed = secret.members[0]?.row;
  const known = listed ? ({ serves: listed.holders.AWSCURRENT, source: 'listed' } as const) : {};
  if (primary === 'gone') return { region, state: 'missing' };
  if (primary !== undefined) return { region, state: 'unreadable', why: primary, ...known };
  if (closed.has(region)) return { region, state: 'unreadable', ...known };
  return { region, state: listed ? 'primary' : 'unread', ...known };
}

function replicaCell(facts: RowFacts, primary: Seen, { region, own, twin, there }: Place): Cell {
  const report = primary.replicas.find((one) => one.region === region);
  const known = { region, report, ...there };
  if (!report) {
    // Listed as a copy, and not reported any more: the listing may be old, only a reading tells.
    if (there && own === undefined)
      return { ...known, state: facts.closed.has(region) ? 'unreadable' : 'unread' };
    if (twin) return { region, state: 'twin', ...twinThere(twin) };
    if (isSeen(own)) return { ...known, state: 'in-progress' };
    return { region, state: facts.wanted.includes(region) ? 'missing' : 'none' };
  }
  if (report.status === 'Failed') {
    return { ...known, state: 'failed', ...(twin && !there ? twinThere(twin) : {}) };
  }
  if (report.status === 'InProgress') return { ...known, state: 'in-progress' };
  if (own === 'gone') return { ...known, serves: undefined, source: undefined, state: 'missing' };
  if (isUnreadable(own)) return { ...known, state: 'unreadable', why: own };
  if (!there && facts.closed.has(region)) return { ...known, state: 'unreadable' };
  const holders = isSeen(own) ? own.holders : listedHolders(facts, region);
  if (!holders) return { ...known, state: 'unread' };
  const differs = compareLabels(primary.holders, holders);
  if (differs.length === 0) return { ...known, state: 'in-sync' };
  if (isSeen(own)) return { ...known, differs, state: isCopying(primary, own) ? 'in-progress' : 'behind' };
  return { ...known, state: facts.closed.has(region) ? 'unreadable' : 'unread' };
}

// A change takes some seconds to arrive; from one minute on its replica is behind.
function isCopying(primary: Seen, own: Seen): boolean {
  return primary.changed !== undefined && Date.parse(own.at) - Date.parse(primary.changed) < BEHIND_AFTER;
}

function withoutPrimary(facts: RowFacts, { region, own, twin, there }: Place): Cell {
  if (isUnreadable(own)) return { region, state: 'unreadable', why: own, ...there };
  if (own === 'gone') return { region, state: 'none' };
  if (there) return { region, state: 'uncompared', ...there };
  if (twin) return { region, state: 'twin', ...twinThere(twin) };
  return { region, state: facts.listing.has(region) || facts.closed.has(region) ? 'unread' : 'none' };
}

const twinThere = (twin: SecretRow) =>
  ({ serves: twin.holders.AWSCURRENT, source: 'listed', twin: true, other: twin }) as const;

function copyThere(own: CopyReading | undefined, listed: SecretRow | undefined): Place['there'] {
  if (isSeen(own)) return { serves: own.holders.AWSCURRENT, source: 'read' };
  if (own === 'gone' || !listed) return undefined;
  return { serves: listed.holders.AWSCURRENT, source: 'listed' };
}

const listedHolders = ({ secret }: RowFacts, region: string) =>
  secret.members.find((member) => member.region === region)?.row?.holders;

const isUnreadable = (reading: CopyReading | undefined): reading is Unreadable =>
  reading !== undefined && reading !== 'gone' && !isSeen(reading);

/** Whether a copy was read, and not refused. */
export function isSeen(reading: CopyReading | undefined): reading is Seen {
  return typeof reading === 'object';
}
