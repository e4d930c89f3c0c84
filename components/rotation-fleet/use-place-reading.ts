import { useMemo, useRef, useState } from 'react';
import type { useInventory } from '@/lib/client/inventory';
import { useFolded } from '@/lib/client/inventory';
import { forgetRefusals } from '@/lib/client/refusals';
import { reachOf } from '@/lib/client/rotation-fleet/fleet-reading';
import { useSnoozes } from '@/lib/client/rotation-fleet/snoozes';
import { failureKey, useEvidence } from '@/lib/client/rotation-fleet/use-evidence';
import { rotatingRegions, useFleet } from '@/lib/client/rotation-fleet/use-fleet';
import { useTold } from '@/lib/client/rotation-fleet/use-told';
import type { Turns } from '@/lib/client/turns';
import { unlistedOf } from '@/lib/client/unlisted';
import type { Diagnosed } from '@/lib/contract/rotation';
import type { FunctionFacts } from '@/lib/domain/rotation/function-facts';
import { askedFailure } from '@/lib/domain/rotation-fleet/asked-failure';
import { type FoundCause, tabOf } from '@/lib/domain/rotation-fleet/fleet-secret';
import { groupFleet } from '@/lib/domain/rotation-fleet/group-fleet';
import { resolvedFailures } from '@/lib/domain/rotation-fleet/resolved-failures';

/** What was read of the rotations of one account, and what can be done about the reading; the same until something is new. */
export type PlaceReading = ReturnType<typeof usePlaceReading>;

/** Reads the rotations of one account as itself: the listing, then CloudTrail, then why what fails does. */
export function usePlaceReading(
  scope: string,
  inventory: Pick<ReturnType<typeof useInventory>, 'state' | 'error' | 'refetch' | 'retry'>,
  now: number,
  turns?: Pick<Turns, 'take'>,
) {
  const { state, error } = inventory;
  const secrets = useFolded(state);
  const rotating = useMemo(() => rotatingRegions(secrets), [secrets]);
  const regions = useMemo(() => rotating.split(' ').filter((one) => one !== ''), [rotating]);
  const { told, reading: telling, readAgain, readFurther } = useTold(scope, regions, turns);
  const { fleet, asked } = useFleet(secrets, told, now);
  const listing = !state.ended || state.regions.length === 0;
  const reading = listing || telling;
  const failures = useMemo(
    () => fleet.flatMap((one) => (tabOf(one.state.kind) === 'open' ? (askedFailure(one) ?? []) : [])),
    [fleet],
  );
  const evidence = useEvidence(scope, failures, !reading, turns);
  const { found, functions } = evidence.evidence;
  const causes = useMemo(() => causesOf(failures, found, functions), [failures, found, functions]);
  const groups = useMemo(() => groupFleet(fleet, causes), [fleet, causes]);
  const resolved = useMemo(() => resolvedFailures(fleet, asked, now), [fleet, asked, now]);
  const snoozing = useSnoozes(scope);
  const unlisted = useMemo(() => unlistedOf(state), [state]);
  const acts = {
    /** Lists these regions again. */
    retry: inventory.retry,
    readAgain,
    readFurther: () => readFurther(told.flatMap(({ region, more }) => (more ? region : []))),
    refresh: () => {
      forgetRefusals(scope);
      void inventory.refetch();
      readAgain();
    },
  };
  const latest = useRef(acts);
  latest.current = acts;
  const [steady] = useState((): typeof acts => ({
    retry: (some) => latest.current.retry(some),
    readAgain: () => latest.current.readAgain(),
    readFurther: () => latest.current.readFurther(),
    refresh: () => latest.current.refresh(),
  }));
  return useMemo(
    () => ({
      ...{
        scope,
        state,
        error,
        told,
        telling,
        reading,
        fleet,
        groups,
        resolved,
        evidence,
        snoozing,
        unlisted,
      },
      ...steady,
      /** Twelve digits. */
      account: scope.slice(0, 12),
      /** A region whose secrets or failures were never read may hold any number of them. */
      blind: unlisted.length > 0 || told.some((one) => reachOf(one) === undefined),
    }),
    [
      scope,
      state,
      error,
      told,
      telling,
      reading,
      fleet,
      groups,
      resolved,
      evidence,
      snoozing,
      unlisted,
      steady,
    ],
  );
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
