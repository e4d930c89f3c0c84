import { useEffect, useMemo } from 'react';
import { TAB_WORDS } from '@/components/rotation-fleet/group-words';
import type { PlaceReading } from '@/components/rotation-fleet/use-place-reading';
import { changeAddress, type Step, useAddressField } from '@/lib/client/address';
import { noteFleetCount } from '@/lib/client/fleet-count';
import { mergeReadings, regionsOf } from '@/lib/client/rotation-fleet/merge-readings';
import { noteRotationCount } from '@/lib/client/rotation-fleet/rotation-count';
import { accountIn, accountRegion } from '@/lib/domain/account-region';
import type { FoldedSecret } from '@/lib/domain/fold';
import type { FleetTab } from '@/lib/domain/rotation-fleet/fleet-secret';
import type { FleetGroup } from '@/lib/domain/rotation-fleet/group-fleet';
import { accountOfGroup, findPlaced, placedId } from '@/lib/domain/rotation-fleet/placed-group';
import { splitSnoozed } from '@/lib/domain/rotation-fleet/split-snoozed';

/** The tab beside those of states: what is planned. */
export const CALENDAR = 'calendar';

/** Of several accounts, as whom each secret of the page was read, and what its region is called. */
export interface Whose {
  readonly several: boolean;
  readonly scope: (secret: FoldedSecret) => string;
  readonly region: (secret: FoldedSecret) => string;
}

interface Shown {
  /** As whom the page works. */
  readonly scope: string;
  /** Of each account that was begun with, in the order of the sign-in. */
  readonly readings: readonly PlaceReading[];
  /** Of the accounts of a sign-in; the only one otherwise. */
  readonly scopes: readonly string[];
  /** The account the page is narrowed to. */
  readonly account: string | undefined;
  readonly now: number;
}

/** Everything the page of rotations shows: the fleet in groups, which list and which group is open, how far it was read. */
export function useTriage({ scope, readings, scopes, account, now }: Shown) {
  const several = scopes.length > 1;
  const all = useMemo(() => mergeReadings(readings, several), [readings, several]);
  const places = useMemo(
    () => (account === undefined ? readings : readings.filter((one) => one.account === account)),
    [readings, account],
  );
  const shown = useMemo(
    () => (places === readings ? all : mergeReadings(places, several)),
    [places, readings, all, several],
  );
  const { groups } = shown;
  const [askedTab] = useAddressField('tab');
  const [askedGroup] = useAddressField('group');
  const calendar = askedTab === CALENDAR;
  const tab = TAB_WORDS.find(({ value }) => value === askedTab)?.value ?? 'open';
  const listed = groups.filter((one) => one.tab === tab);
  const isAwake = new Set(
    places.flatMap(({ groups: own, snoozing }) => splitSnoozed(own, snoozing.snoozes, now).awake),
  );
  const awake = listed.filter((one) => isAwake.has(one));
  const asleep = listed.filter((one) => !isAwake.has(one));
  const counts = useMemo(() => countsOf(groups), [groups]);
  const open = useMemo(() => countsOf(all.groups).get('open') ?? 0, [all]);
  const complete = !all.reading && readings.length === scopes.length;
  useEffect(() => {
    if (complete) for (const one of scopes) noteRotationCount(one, all.blind ? undefined : open);
  }, [scopes, complete, all.blind, open]);
  const whole = all.unlisted.length === 0 && all.silent.length === 0;
  const size = whole ? all.fleet.length : undefined;
  useEffect(() => {
    if (several && complete) noteFleetCount(size);
  }, [several, complete, size]);
  const placeOf = (group: FleetGroup | undefined) =>
    group && places.find((one) => one.account === accountOfGroup(group));
  const whose = useMemo((): Whose => {
    const scopeOf = new Map(scopes.map((one) => [one.slice(0, 12), one]));
    return {
      several,
      scope: ({ key }) => scopeOf.get(accountIn(key)) ?? scope,
      region: ({ key, primaryRegion }) =>
        several ? accountRegion(accountIn(key), primaryRegion) : primaryRegion,
    };
  }, [scopes, scope, several]);
  return {
    ...{ ...shown, scope, places, several, whose, now, tab, counts, calendar },
    reading: shown.reading || places.length < (account === undefined ? scopes.length : 1),
    /** Of the list that is open: those to be seen, and those put aside on this browser. */
    ...{ groups: awake, asleep },
    all: groups,
    off: shown.fleet.filter(({ state }) => state.kind === 'off').length,
    /** The group that was asked for; on a wide screen the first one stands in for it. */
    asked: findPlaced([...awake, ...asleep], askedGroup, scope.slice(0, 12)),
    placeOf,
    showTab: (next: FleetTab | typeof CALENDAR) =>
      changeAddress({ tab: next === 'open' ? null : next, group: null, day: null }, 'replace'),
    showGroup: (group: FleetGroup | null, step: Step) =>
      changeAddress({ group: group && (several ? placedId(group) : group.id) }, step),
    refresh: () => {
      for (const one of places) one.refresh();
    },
    /** Lists regions again, called as they are on this page. */
    retry: (names: readonly string[]) => {
      for (const one of places) {
        const own = several ? regionsOf(one.account, names) : names;
        if (own.length > 0) one.retry(own);
      }
    },
    readAgain: () => {
      for (const one of places) one.readAgain();
    },
    readFurther: () => {
      for (const one of places) one.readFurther();
    },
  };
}

function countsOf(groups: readonly FleetGroup[]): ReadonlyMap<FleetTab, number> {
  const all = new Map<FleetTab, number>();
  for (const { tab, secrets } of groups) all.set(tab, (all.get(tab) ?? 0) + secrets.length);
  return all;
}
