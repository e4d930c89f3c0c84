'use client';

import { useCallback, useMemo, useState } from 'react';
import { useClock } from '@/components/frame/use-clock';
import { PlaceReader } from '@/components/rotation-fleet/place-reader';
import { RotationView } from '@/components/rotation-fleet/rotation-view';
import { type PlaceReading, usePlaceReading } from '@/components/rotation-fleet/use-place-reading';
import { awsNow } from '@/lib/client/aws-time';
import { fleetPlaces } from '@/lib/client/fleet-places';
import { useInventory } from '@/lib/client/inventory';
import { useOperator } from '@/lib/client/operator';
import type { OperatorInfo } from '@/lib/contract/operator';

const MINUTE = 60_000;

/** Every rotation of the accounts one is signed in to, in groups: what fails and why, what is overdue or stuck, and which secrets that is. */
export function RotationPage() {
  const { data: operator } = useOperator();
  // The console around this page shows it only to a signed-in operator.
  if (!operator) return null;
  const { scope, places } = operator;
  return places.some(({ account }) => account !== operator.account) ? (
    <OfSeveral operator={operator} />
  ) : (
    <OfOne key={scope} scope={scope} />
  );
}

function OfOne({ scope }: { scope: string }) {
  const now = useClock(awsNow, MINUTE) ?? awsNow();
  const reading = usePlaceReading(scope, useInventory(scope), now);
  const shown = useMemo(() => ({ readings: [reading], scopes: [scope] }), [reading, scope]);
  return <RotationView {...{ scope, now }} {...shown} />;
}

function OfSeveral({ operator: { places: held, scope } }: { operator: OperatorInfo }) {
  const now = useClock(awsNow, MINUTE) ?? awsNow();
  const scopes = useMemo(() => fleetPlaces(held, scope).map((place) => place.scope), [held, scope]);
  const [known, setKnown] = useState<ReadonlyMap<string, PlaceReading>>(new Map());
  const onReading = useCallback(
    (reading: PlaceReading) => setKnown((all) => new Map(all).set(reading.scope, reading)),
    [],
  );
  const readings = useMemo(() => scopes.flatMap((one) => known.get(one) ?? []), [scopes, known]);
  return (
    <>
      {scopes.map((one) => (
        <PlaceReader key={one} scope={one} {...{ now, onReading }} />
      ))}
      <RotationView {...{ scope, now, readings, scopes }} />
    </>
  );
}
