import type { Problem } from '@/lib/contract/problem';
import { accountNumber } from '@/lib/domain/account-number';
import { accountRegion } from '@/lib/domain/account-region';
import type { FleetSecret } from '@/lib/domain/rotation-fleet/fleet-secret';
import { byImpact, type FleetGroup } from '@/lib/domain/rotation-fleet/group-fleet';
import type { ResolvedGroup } from '@/lib/domain/rotation-fleet/resolved-failures';
import type { InventoryState } from '../inventory-state';
import type { Unlisted } from '../unlisted';
import { type RegionTold, reachOf } from './fleet-reading';

/** What was read of the rotations of one account. */
export interface AccountReading {
  /** Twelve digits. */
  readonly account: string;
  readonly state: InventoryState;
  /** Why the account could not be asked. */
  readonly error: Error | null;
  readonly told: readonly RegionTold[];
  /** CloudTrail is being read. */
  readonly telling: boolean;
  /** The listing or CloudTrail is. */
  readonly reading: boolean;
  readonly fleet: readonly FleetSecret[];
  readonly groups: readonly FleetGroup[];
  readonly resolved: readonly ResolvedGroup[];
  readonly unlisted: readonly Unlisted[];
  readonly blind: boolean;
}

/** Something that failed and then succeeded, with the account it was in where there are several. */
export interface ResolvedIn extends ResolvedGroup {
  readonly account?: string;
}

/**
 * The rotations of several accounts as one: its groups in one order, and each region by the name of its account and itself.
 * What one account lacks leaves the whole open; an account that is not listed is told by its number.
 */
export function mergeReadings(readings: readonly AccountReading[], several: boolean) {
  const isSilent = (one: AccountReading) =>
    several && (one.error !== null || refusedListing(one) !== undefined);
  const silent = readings.flatMap((one) => (isSilent(one) ? [accountNumber(one.account)] : []));
  return {
    fleet: readings.flatMap(({ fleet }) => fleet),
    groups: readings.flatMap(({ groups }) => groups).sort(byImpact),
    told: readings.flatMap(({ account, told }) => (several ? told.map((one) => toldIn(account, one)) : told)),
    unlisted: readings.flatMap((of) =>
      isSilent(of) ? [] : several ? of.unlisted.map((one) => unlistedIn(of.account, one)) : of.unlisted,
    ),
    resolved: readings
      .flatMap(({ account, resolved }): readonly ResolvedIn[] =>
        several ? resolved.map((one) => ({ ...one, account, id: `${account}|${one.id}` })) : resolved,
      )
      .toSorted((a, b) => (a.at < b.at ? 1 : -1)),
    /** Accounts of which nothing is listed now, by their numbers. */
    silent,
    blind: silent.length > 0 || readings.some(({ blind }) => blind),
    telling: readings.some(({ telling }) => telling),
    reading: readings.length === 0 || readings.some((one) => isReading(one, several)),
  };
}

/** Whether an account is still being read; of several, one that could not be asked holds up nothing. */
export const isReading = ({ reading, telling, error }: AccountReading, several: boolean): boolean =>
  several && error ? telling : reading;

/** Why an account tells nothing: it could not be asked, no region of it is listed, or no CloudTrail could be read. */
export function accountProblem(
  reading: AccountReading,
  problemIn: (cause: unknown) => Problem,
): Problem | undefined {
  const { error, told } = reading;
  if (error) return problemIn(error);
  const untold = told.every((one) => one.problem && reachOf(one) === undefined);
  return refusedListing(reading) ?? (untold ? told[0]?.problem : undefined);
}

/** Why no region of it could be listed. */
function refusedListing({ state: { regions } }: AccountReading): Problem | undefined {
  const [first] = regions;
  return first && regions.every(({ state }) => state === 'failed') ? first.problem : undefined;
}

/** Of regions called with their accounts, those of one account by their plain names. */
export function regionsOf(account: string, names: readonly string[]): string[] {
  const start = accountRegion(account, '');
  return names.flatMap((name) => (name.startsWith(start) ? [name.slice(start.length)] : []));
}

const unlistedIn = (account: string, { regions, ...why }: Unlisted): Unlisted => ({
  ...why,
  regions: regions.map((region) => accountRegion(account, region)),
});

const named = new WeakMap<RegionTold, RegionTold>();

function toldIn(account: string, told: RegionTold): RegionTold {
  const known = named.get(told);
  if (known) return known;
  const next = { ...told, region: accountRegion(account, told.region) };
  named.set(told, next);
  return next;
}
