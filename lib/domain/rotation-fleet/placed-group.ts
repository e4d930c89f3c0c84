import { accountIn } from '../account-region.ts';
import { type FleetGroup, findGroup } from './group-fleet.ts';

/** The account a group is in, twelve digits: no group is of two. */
export const accountOfGroup = ({ secrets }: Pick<FleetGroup, 'secrets'>): string =>
  accountIn(secrets[0]?.secret.key ?? '');

/** What a group is known by among those of several accounts: the same function may fail alike in two of them. */
export const placedId = (group: FleetGroup): string => `${accountOfGroup(group)}|${group.id}`;

/** The group of an address, which names its account, or, as from a page of one account, is one of `account`. */
export function findPlaced(
  groups: readonly FleetGroup[],
  asked: string | null,
  account: string,
): FleetGroup | undefined {
  if (asked === null) return undefined;
  const [, of = account, id = asked] = /^(\d{12})\|(.*)$/s.exec(asked) ?? [];
  return findGroup(
    groups.filter((one) => accountOfGroup(one) === of),
    id,
  );
}
