import type { FleetGroup } from './group-fleet.ts';

/** Until when a fingerprint is put aside, and how many secrets it concerned then. */
export interface PutAside {
  readonly id: string;
  /** ISO. */
  readonly until: string;
  readonly secrets: number;
}

/** Groups that are to be seen, and those that were put aside: until then, and as long as they concern no more secrets. */
export function splitSnoozed(
  groups: readonly FleetGroup[],
  aside: readonly PutAside[],
  now: number,
): { readonly awake: readonly FleetGroup[]; readonly asleep: readonly FleetGroup[] } {
  const known = new Map(aside.map((one) => [one.id, one]));
  const isAsleep = ({ id, secrets }: FleetGroup) => {
    const one = known.get(id);
    return one !== undefined && Date.parse(one.until) > now && secrets.length <= one.secrets;
  };
  return { awake: groups.filter((one) => !isAsleep(one)), asleep: groups.filter(isAsleep) };
}
