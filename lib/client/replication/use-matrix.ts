import { useEffect, useMemo, useRef } from 'react';
import type { FoldedSecret } from '@/lib/domain/fold';
import { parseFleetRules, wantedRegions } from '@/lib/domain/replication/fleet-rule';
import { useFolded, useInventory } from '../inventory';
import { type BuiltRow, buildRow, type Surroundings, sameNames } from './build-rows';
import { useReader } from './readers';

/** Every secret that is, or by a rule should be, replicated, judged over the regions of the matrix. */
export function useMatrix(scope: string, ruleText: string) {
  const inventory = useInventory(scope);
  const { state } = inventory;
  const all = useFolded(state);
  const [reader, version] = useReader(scope);
  const { rules, unread } = useMemo(() => parseFleetRules(ruleText), [ruleText]);

  const secrets = useMemo(() => all.filter((secret) => isShown(secret, rules)), [all, rules]);
  const twins = useMemo(() => sameNames(all), [all]);
  const regionKey = useMemo(() => columnsOf(secrets, rules).join(' '), [secrets, rules]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that the reader has read more
  const reported = useMemo(() => reportedRegions(reader), [reader, version]);
  const listingKey = state.regions
    .flatMap(({ region, state: its }) => (its === 'reading' ? region : []))
    .join(' ');
  const failedKey = state.regions
    .flatMap(({ region, state: its }) => (its === 'failed' ? region : []))
    .join(' ');
  const closedKey = [...new Set([...words(failedKey), ...reader.closed.keys()])].sort().join(' ');
  const around = useMemo(
    (): Surroundings => ({
      regions: [...new Set([...words(regionKey), ...words(reported)])],
      listing: new Set(words(listingKey)),
      closed: new Set(words(closedKey)),
      rules,
      twins,
    }),
    [regionKey, reported, listingKey, closedKey, rules, twins],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that the reader has read more
  const built = useMemo(
    () => secrets.map((secret) => buildRow(secret, reader, around)),
    [secrets, reader, around, version],
  );
  useWanted(built, reader);

  const listing = state.regions.length === 0 || !state.ended || listingKey !== '';
  const reading = listing || reader.waiting() > 0 || built.some(({ wanted }) => wanted.length > 0);
  const rows = useMemo(() => built.map(({ row }) => row), [built]);
  return {
    ...{ inventory, reader, rows, reading, unreadRules: unread },
    strangeRegions: listing ? [] : strange(rules, state.regions),
    regions: around.regions,
    allRegions: state.regions.map(({ region }) => region),
    closed: around.closed,
  };
}

function useWanted(built: readonly BuiltRow[], reader: ReturnType<typeof useReader>[0]): void {
  const latest = useRef(built);
  latest.current = built;
  useEffect(() => {
    reader.want(built.flatMap(({ wanted }) => wanted.map(({ arn }) => arn)));
  }, [built, reader]);
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
function reportedRegions({ readings }: ReturnType<typeof useReader>[0]): string {
  const found = new Set<string>();
  for (const { seen } of readings.values()) for (const { region } of seen?.replicas ?? []) found.add(region);
  return [...found].sort().join(' ');
}

// Regions that no listing was asked of: the account has not enabled them, or nobody has.
const strange = (rules: Surroundings['rules'], known: readonly { readonly region: string }[]) =>
  [...new Set(rules.flatMap(({ regions }) => regions))].filter(
    (region) => !known.some((one) => one.region === region),
  );

const words = (text: string) => text.split(' ').filter(Boolean);
