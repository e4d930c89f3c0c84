import { useMemo } from 'react';
import type { FoldedSecret } from '@/lib/domain/fold';
import type { RotationAttempt } from '@/lib/domain/rotation/attempt';
import { attemptsOf } from '@/lib/domain/rotation/attempts-of';
import { endedByLabels } from '@/lib/domain/rotation/ended-by-labels';
import type { RotationEvent } from '@/lib/domain/rotation/rotation-event';
import type { FleetSecret } from '@/lib/domain/rotation-fleet/fleet-secret';
import { fleetState, pendingOf } from '@/lib/domain/rotation-fleet/fleet-state';
import { isReplica } from '@/lib/domain/secret';
import { eventsOf, type RegionTold, reachOf } from './fleet-reading';

/** All secrets with the state of their rotation, from the listing and from what CloudTrail has told so far. */
export function useFleet(secrets: readonly FoldedSecret[], regions: readonly RegionTold[], now: number) {
  const told = useMemo(() => toldOf(regions), [regions]);
  const fleet = useMemo(() => secrets.map((secret) => fleetSecret(secret, told, now)), [secrets, told, now]);
  return { fleet, asked: told.asked };
}

/** The regions in which something rotates, or did: only these are asked about. In order, as one text. */
export function rotatingRegions(secrets: readonly FoldedSecret[]): string {
  const regions = new Set<string>();
  for (const { shown, primaryRegion } of secrets) {
    if (isReplica(shown)) continue;
    const { rotation } = shown;
    if (rotation.enabled || rotation.functionArn || pendingOf(shown)) regions.add(primaryRegion);
  }
  return [...regions].sort().join(' ');
}

interface Told {
  readonly regions: ReadonlyMap<string, RegionTold>;
  readonly attempts: ReadonlyMap<string, readonly RotationAttempt[]>;
  /** The last RotateSecret that AWS took of each secret. */
  readonly asked: ReadonlyMap<string, RotationEvent>;
}

function toldOf(regions: readonly RegionTold[]): Told {
  const events = new Map<string, RotationEvent[]>();
  const asked = new Map<string, RotationEvent>();
  for (const event of eventsOf(regions)) {
    const some = events.get(event.arn);
    if (some) some.push(event);
    else events.set(event.arn, [event]);
    const before = asked.get(event.arn);
    if (event.step === 'asked' && event.refused === undefined && !(before && before.at > event.at)) {
      asked.set(event.arn, event);
    }
  }
  const attempts = new Map(
    [...events].map(([arn, some]) => [arn, attemptsOf(some).filter(({ test }) => !test)] as const),
  );
  return { attempts, asked, regions: new Map(regions.map((one) => [one.region, one])) };
}

function fleetSecret(secret: FoldedSecret, told: Told, now: number): FleetSecret {
  const { shown, key, primaryRegion } = secret;
  const attempts = endedByLabels(told.attempts.get(key) ?? [], shown.holders.AWSCURRENT, shown.rotation.last);
  return {
    ...{ secret, attempts },
    state: fleetState(shown, {
      ...{ attempts, now, untold: untold(told, primaryRegion) },
      failuresFrom: failuresFrom(told, primaryRegion),
    }),
  };
}

function failuresFrom({ regions }: Told, region: string): string | undefined {
  const told = regions.get(region);
  const reach = told && reachOf(told);
  return reach?.complete ? undefined : reach?.from;
}

// What was told before a failure still counts; a region that told nothing leaves it open whether anything fails.
function untold({ regions }: Told, region: string): string | undefined {
  const told = regions.get(region);
  if (told && reachOf(told)) return undefined;
  if (told?.problem?.code === 'access-denied') return `CloudTrail of ${region} may not be read.`;
  if (told?.problem) return `CloudTrail of ${region} could not be read.`;
  return `CloudTrail of ${region} has not been read yet.`;
}
