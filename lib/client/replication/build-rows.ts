import { accountIn } from '@/lib/domain/account-region';
import { arnInRegion } from '@/lib/domain/arn';
import type { FoldedSecret } from '@/lib/domain/fold';
import type { CopyReading, MatrixRow, RowFacts } from '@/lib/domain/replication/cell';
import { type FleetRule, wantedRegions } from '@/lib/domain/replication/fleet-rule';
import { judgeRow } from '@/lib/domain/replication/judge-row';
import { type WantedReading, wantedReadings } from '@/lib/domain/replication/wanted-readings';
import type { SecretRow } from '@/lib/domain/secret';
import { type ReplicationReader, toCopyReading } from './reader';

/** One judged secret, and what must still be read to judge it well. */
export interface BuiltRow {
  readonly row: MatrixRow;
  readonly wanted: readonly WantedReading[];
}

/** What rows are built from. */
export interface Surroundings {
  readonly regions: readonly string[];
  readonly listing: ReadonlySet<string>;
  readonly closed: ReadonlySet<string>;
  readonly rules: readonly FleetRule[];
  readonly twins: ReadonlyMap<string, readonly FoldedSecret[]>;
}

interface Cached extends BuiltRow {
  readonly around: Surroundings;
  readonly arns: readonly string[];
  readonly readings: readonly (CopyReading | undefined)[];
}
// Thousands of rows are built again with each answer, of which it changes one.
const cache = new WeakMap<FoldedSecret, Cached>();

/** Judges one secret by what the listing and the reader know of it. */
export function buildRow(secret: FoldedSecret, reader: ReplicationReader, around: Surroundings): BuiltRow {
  const { regions, closed, listing, rules } = around;
  const before = cache.get(secret);
  const known = before?.around === around ? before : undefined;
  const arns =
    known?.arns ??
    regions.map((region) => (region === secret.primaryRegion ? secret.key : arnInRegion(secret.key, region)));
  const readings = arns.map((arn) => toCopyReading(reader.readings.get(arn)));
  if (known?.readings.every((reading, at) => reading === readings[at])) return known;
  const copies = new Map<string, CopyReading>();
  let primary: CopyReading | undefined;
  for (const [at, region] of regions.entries()) {
    const reading = readings[at];
    if (region === secret.primaryRegion) primary = reading;
    else if (reading) copies.set(region, reading);
  }
  const facts: RowFacts = {
    secret,
    primary: primary ?? (closed.has(secret.primaryRegion) ? 'region-closed' : undefined),
    copies,
    twins: twinsOf(secret, around),
    listing,
    closed,
    wanted: wantedRegions(rules, secret.shown).filter((region) => region !== secret.primaryRegion),
  };
  const row = judgeRow(facts, regions);
  const built = { row, wanted: wantedReadings(facts, row), around, arns, readings };
  cache.set(secret, built);
  return built;
}

const none: ReadonlyMap<string, SecretRow> = new Map();

function twinsOf(secret: FoldedSecret, { twins }: Surroundings): ReadonlyMap<string, SecretRow> {
  return twinRows(secret, twins.get(secret.name));
}

/** The other ones among secrets of one name, by the region they are in. */
export function twinRows(
  secret: Pick<FoldedSecret, 'key'>,
  named: readonly FoldedSecret[] | undefined,
): ReadonlyMap<string, SecretRow> {
  if (!named) return none;
  const rows = named
    .filter(({ key }) => key !== secret.key && accountIn(key) === accountIn(secret.key))
    .map(({ shown }) => [shown.region, shown] as const);
  return new Map(rows);
}

/** Secrets that share their name with another, by name. */
export function sameNames(secrets: readonly FoldedSecret[]): ReadonlyMap<string, readonly FoldedSecret[]> {
  const found = new Map<string, FoldedSecret[]>();
  // The list is in order of name: those that share one are neighbours.
  for (const [at, secret] of secrets.entries()) {
    if (secret.name !== secrets[at - 1]?.name && secret.name !== secrets[at + 1]?.name) continue;
    const group = found.get(secret.name);
    if (group) group.push(secret);
    else found.set(secret.name, [secret]);
  }
  return found;
}
