import { useEffect, useMemo } from 'react';
import { useClock } from '@/components/frame/use-clock';
import { TAB_WORDS } from '@/components/rotation-fleet/group-words';
import { changeAddress, type Step, useAddressField } from '@/lib/client/address';
import { awsNow } from '@/lib/client/aws-time';
import { useFolded, useInventory } from '@/lib/client/inventory';
import { forgetRefusals } from '@/lib/client/refusals';
import { reachOf } from '@/lib/client/rotation-fleet/fleet-reading';
import { noteRotationCount } from '@/lib/client/rotation-fleet/rotation-count';
import { useSnoozes } from '@/lib/client/rotation-fleet/snoozes';
import { failureKey, useEvidence } from '@/lib/client/rotation-fleet/use-evidence';
import { rotatingRegions, useFleet } from '@/lib/client/rotation-fleet/use-fleet';
import { useTold } from '@/lib/client/rotation-fleet/use-told';
import { unlistedOf } from '@/lib/client/unlisted';
import type { Diagnosed } from '@/lib/contract/rotation';
import type { FunctionFacts } from '@/lib/domain/rotation/function-facts';
import { askedFailure } from '@/lib/domain/rotation-fleet/asked-failure';
import { type FleetTab, type FoundCause, tabOf } from '@/lib/domain/rotation-fleet/fleet-secret';
import { findGroup, groupFleet } from '@/lib/domain/rotation-fleet/group-fleet';
import { resolvedFailures } from '@/lib/domain/rotation-fleet/resolved-failures';
import { splitSnoozed } from '@/lib/domain/rotation-fleet/split-snoozed';

const MINUTE = 60_000;

/** The tab beside those of states: what is planned. */
export const CALENDAR = 'calendar';

/** Everything the page of rotations shows: the fleet in groups, which list and which group is open, how far it was read. */
export function useTriage(scope: string) {
  const inventory = useInventory(scope);
  const secrets = useFolded(inventory.state);
  const rotating = useMemo(() => rotatingRegions(secrets), [secrets]);
  const regions = useMemo(() => rotating.split(' ').filter((one) => one !== ''), [rotating]);
  const told = useTold(scope, regions);
  const now = useClock(awsNow, MINUTE) ?? awsNow();
  const { fleet, asked } = useFleet(secrets, told.told, now);
  const listing = !inventory.state.ended || inventory.state.regions.length === 0;
  const reading = listing || told.reading;
  const failures = useMemo(
    () => fleet.flatMap((one) => (tabOf(one.state.kind) === 'open' ? (askedFailure(one) ?? []) : [])),
    [fleet],
  );
  const evidence = useEvidence(scope, failures, !reading);
  const { found, functions } = evidence.evidence;
  const causes = useMemo(() => causesOf(failures, found, functions), [failures, found, functions]);
  const groups = useMemo(() => groupFleet(fleet, causes), [fleet, causes]);
  const resolved = useMemo(() => resolvedFailures(fleet, asked, now), [fleet, asked, now]);
  const [askedTab] = useAddressField('tab');
  const [askedGroup] = useAddressField('group');
  const calendar = askedTab === CALENDAR;
  const tab = TAB_WORDS.find(({ value }) => value === askedTab)?.value ?? 'open';
  const snoozing = useSnoozes(scope);
  const { awake, asleep } = splitSnoozed(
    groups.filter((one) => one.tab === tab),
    snoozing.snoozes,
    now,
  );
  const counts = useMemo(() => {
    const all = new Map<FleetTab, number>();
    for (const { tab: of, secrets: some } of groups) all.set(of, (all.get(of) ?? 0) + some.length);
    return all;
  }, [groups]);
  const open = counts.get('open') ?? 0;
  const unlisted = useMemo(() => unlistedOf(inventory.state), [inventory.state]);
  // A region whose secrets or failures were never read may hold any number of them.
  const blind = unlisted.length > 0 || told.told.some((one) => reachOf(one) === undefined);
  useEffect(() => {
    if (!reading) noteRotationCount(scope, blind ? undefined : open);
  }, [scope, reading, blind, open]);
  return {
    ...{
      inventory,
      told,
      now,
      evidence,
      resolved,
      tab,
      counts,
      blind,
      unlisted,
      reading,
      listing,
      fleet,
      calendar,
    },
    /** Of the list that is open: those to be seen, and those put aside on this browser. */
    ...{ groups: awake, asleep, snoozing },
    all: groups,
    off: fleet.filter(({ state }) => state.kind === 'off').length,
    /** The group that was asked for; on a wide screen the first one stands in for it. */
    asked: findGroup([...awake, ...asleep], askedGroup),
    showTab: (next: FleetTab | typeof CALENDAR) =>
      changeAddress({ tab: next === 'open' ? null : next, group: null, day: null }, 'replace'),
    showGroup: (id: string | null, step: Step) => changeAddress({ group: id }, step),
    refresh: () => {
      forgetRefusals(scope);
      void inventory.refetch();
      told.readAgain();
    },
  };
}

function causesOf(
  failures: readonly NonNullable<ReturnType<typeof askedFailure>>[],
  found: ReadonlyMap<string, Diagnosed>,
  functions: ReadonlyMap<string, FunctionFacts>,
): ReadonlyMap<string, FoundCause> {
  return new Map(
    failures.flatMap((asked): [string, FoundCause][] => {
      const first = found.get(failureKey(asked))?.causes[0];
      if (!first) return [];
      const { role, vpc } = functions.get(asked.functionArn ?? '') ?? {};
      const shares = { ...(role ? { role } : {}), ...(vpc ? { subnets: vpc.subnets } : {}) };
      return [[asked.arn, { cause: first.cause, step: first.step, certainty: first.certainty, ...shares }]];
    }),
  );
}
