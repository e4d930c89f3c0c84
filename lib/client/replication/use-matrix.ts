import { useCallback, useEffect, useMemo } from 'react';
import { accountNumber } from '@/lib/domain/account-number';
import { accountRegion } from '@/lib/domain/account-region';
import type { FoldedSecret } from '@/lib/domain/fold';
import { parseFleetRules, wantedRegions } from '@/lib/domain/replication/fleet-rule';
import { useFolded, type useInventory } from '../inventory';
import { isComplete } from '../inventory-state';
import { type AccountSide, accountSides, bySide, sideOf, sidesKey, type Whose } from './account-sides';
import { type BuiltRow, buildRow, type Surroundings, sameNames } from './build-rows';
import type { ReplicationReader } from './reader';
import { useReaders } from './readers';

/** The inventory of one account, or of several as one. */
export type MatrixInventory = Pick<ReturnType<typeof useInventory>, 'state' | 'error' | 'retry'> & {
  readonly refetch: () => unknown;
};

/**
 * Every secret that is, or by a rule should be, replicated, judged over the regions of the matrix; of several accounts
 * each is read as itself, and the columns are the regions of all.
 */
export function useMatrix(inventory: MatrixInventory, places: readonly Whose[], ruleText: string) {
  const { state } = inventory;
  const all = useFolded(state);
  const [readers, version] = useReaders(places);
  const { rules, unread } = useMemo(() => parseFleetRules(ruleText), [ruleText]);

  const secrets = useMemo(() => all.filter((secret) => isShown(secret, rules)), [all, rules]);
  const twins = useMemo(() => sameNames(all), [all]);
  const regionKey = useMemo(() => columnsOf(secrets, rules).join(' '), [secrets, rules]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that the readers have read more
  const reported = useMemo(() => reportedRegions(readers), [readers, version]);
  const regions = useMemo(
    () => [...new Set([...words(regionKey), ...words(reported)])],
    [regionKey, reported],
  );
  const latest = accountSides(places, readers, state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what they hold
  const sides = useMemo(() => latest, [places, readers, sidesKey(latest)]);
  const around = useMemo(
    () =>
      new Map<AccountSide, Surroundings>(
        sides.map((side) => [side, { regions, listing: side.listing, closed: side.closed, rules, twins }]),
      ),
    [sides, regions, rules, twins],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that the readers have read more
  const built = useMemo(
    () =>
      secrets.map((secret) => {
        const side = sideOf(sides, secret.key);
        return buildRow(secret, side.reader, around.get(side)!);
      }),
    [secrets, sides, around, version],
  );
  useWanted(built, sides);

  const listing = state.regions.length === 0 || !state.ended || sides.some((side) => side.listing.size > 0);
  const waiting = readers.reduce((sum, reader) => sum + reader.waiting(), 0);
  const reading = listing || waiting > 0 || built.some(({ wanted }) => wanted.length > 0);
  const rows = useMemo(() => built.map(({ row }) => row), [built]);
  return {
    ...{ inventory, sides, regions, rows, reading, waiting, unreadRules: unread },
    /** How many secrets there are, replicated or not, once all are known. */
    listed: state.regions.length > 0 && state.regions.every(isComplete) ? all.length : undefined,
    strangeRegions: listing ? [] : strangeRegions(rules, sides),
    /** As whom, and how far, the account of a secret is read. */
    sideOf: (key: string) => sideOf(sides, key),
    hurry: useCallback(
      (arns: readonly string[]) => {
        for (const [{ reader }, own] of bySide(sides, arns)) reader.hurry(own);
      },
      [sides],
    ),
    /** Reads everything anew. */
    refresh: () => {
      for (const { reader } of sides) reader.forget();
      void inventory.refetch();
    },
    /** Tries a region again, in every account it is closed in. */
    retry: (region: string) => {
      const there = sides.filter(({ closed }) => closed.has(region));
      for (const { reader } of there) reader.reopen(region);
      inventory.retry(state.fleet ? there.map(({ account }) => accountRegion(account, region)) : [region]);
    },
  };
}

function useWanted(built: readonly BuiltRow[], sides: readonly AccountSide[]): void {
  useEffect(() => {
    const arns = built.flatMap(({ wanted }) => wanted.map(({ arn }) => arn));
    for (const [{ reader }, own] of bySide(sides, arns)) reader.want(own);
  }, [built, sides]);
}

// A primary says by PrimaryRegion that it is replicated: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_SecretListEntry.html
function isShown({ shown, primaryRegion }: FoldedSecret, rules: Surroundings['rules']): boolean {
  if (shown.deleted) return false;
  return (
    shown.primaryRegion !== undefined ||
    wantedRegions(rules, shown).some((region) => region !== primaryRegion)
  );
}

// Where most primaries are comes first; regions without any secret of the matrix have no column.
function columnsOf(secrets: readonly FoldedSecret[], rules: Surroundings['rules']): string[] {
  const primaries = new Map<string, number>();
  for (const { primaryRegion, members } of secrets) {
    primaries.set(primaryRegion, (primaries.get(primaryRegion) ?? 0) + 1);
    for (const { region } of members) primaries.set(region, primaries.get(region) ?? 0);
  }
  for (const { regions } of rules)
    for (const region of regions) primaries.set(region, primaries.get(region) ?? 0);
  return [...primaries].sort(([a, m], [b, n]) => n - m || a.localeCompare(b)).map(([region]) => region);
}

// A region may be known from reports alone: its listing was refused, or no copy has arrived there.
function reportedRegions(readers: readonly ReplicationReader[]): string {
  const found = new Set<string>();
  for (const { readings } of readers)
    for (const { seen } of readings.values())
      for (const { region } of seen?.replicas ?? []) found.add(region);
  return [...found].sort().join(' ');
}

// Regions that no listing was asked of: an account has not enabled them, or nobody has.
function strangeRegions(rules: Surroundings['rules'], sides: readonly AccountSide[]): string[] {
  const named = [...new Set(rules.flatMap(({ regions }) => regions))];
  // Of an account that could not be asked nobody knows what it has.
  const asked = sides.filter(({ regions }) => regions.length > 0);
  return named.flatMap((region) => {
    const without = asked.filter(({ regions }) => !regions.includes(region));
    if (without.length === 0) return [];
    const everywhere = without.length === sides.length;
    return everywhere ? [region] : without.map(({ account }) => `${region} (${accountNumber(account)})`);
  });
}

const words = (text: string) => text.split(' ').filter(Boolean);
