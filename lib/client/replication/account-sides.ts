import type { PlaceInfo } from '@/lib/contract/operator';
import type { Problem } from '@/lib/contract/problem';
import { accountNumber } from '@/lib/domain/account-number';
import { accountIn, accountRegion, regionOf } from '@/lib/domain/account-region';
import type { InventoryState } from '../inventory-state';
import type { ReplicationReader } from './reader';

/** As whom an account is read. */
export type Whose = Pick<PlaceInfo, 'scope' | 'account'>;

/** How far the matrix has read one account. */
export interface AccountSide extends Whose {
  readonly reader: ReplicationReader;
  /** Every region that it is read in. */
  readonly regions: readonly string[];
  readonly listing: ReadonlySet<string>;
  /** Regions that refused or did not answer, until they are tried again. */
  readonly closed: ReadonlySet<string>;
}

/** What the matrix knows of its accounts, each by itself: a region may be out in one and answer in another. */
export function accountSides(
  places: readonly Whose[],
  readers: readonly ReplicationReader[],
  { regions, fleet }: InventoryState,
): AccountSide[] {
  return places.map(({ scope, account }, at) => {
    const reader = readers[at]!;
    const start = fleet ? accountRegion(account, '') : '';
    const own = regions.filter(({ region }) => region.startsWith(start));
    const that = (state: string) =>
      own.flatMap((one) => (one.state === state ? regionOf(one.region) : [])).sort();
    return {
      ...{ scope, account, reader },
      regions: own.map(({ region }) => regionOf(region)),
      listing: new Set(that('reading')),
      closed: new Set([...that('failed'), ...reader.closed.keys()].sort()),
    };
  });
}

/** Tells two states of the sides from each other: rows are judged anew for another one. */
export const sidesKey = (sides: readonly AccountSide[]): string =>
  sides
    .map(({ regions, listing, closed }) => [regions, [...listing], [...closed]].map(String).join(';'))
    .join('|');

/** The side that a secret or copy is on, by its ARN. */
export function sideOf(sides: readonly AccountSide[], arn: string): AccountSide {
  const account = sides.length > 1 ? accountIn(arn) : undefined;
  return sides.find((side) => side.account === account) ?? sides[0]!;
}

/** What of some copies is whose to read. */
export function bySide(
  sides: readonly AccountSide[],
  arns: readonly string[],
): readonly (readonly [AccountSide, readonly string[]])[] {
  if (sides.length === 1) return [[sides[0]!, arns]];
  const parts = new Map<string, string[]>(sides.map(({ account }) => [account, []]));
  for (const arn of arns) parts.get(accountIn(arn))?.push(arn);
  return sides.map((side) => [side, parts.get(side.account) ?? []]);
}

/** As whom some secrets are changed, by their keys: each scope once. */
export const scopesOf = (sides: readonly AccountSide[], keys: readonly string[]): string[] =>
  bySide(sides, keys).flatMap(([{ scope }, own]) => (own.length > 0 ? scope : []));

/** Why nothing of one of several accounts can be read: it could not be asked at all, or none of its regions lets us. */
export function sideTrouble(side: AccountSide, { regions: told }: InventoryState): Problem | undefined {
  const { account, regions, closed } = side;
  // An account that could not be asked is told by its number, as a region of its own.
  const unasked = told.find(({ region }) => region === accountNumber(account))?.problem;
  if (unasked || regions.length === 0 || closed.size < regions.length) return unasked;
  return told.find(({ region, problem }) => problem && region.startsWith(accountRegion(account, '')))
    ?.problem;
}
