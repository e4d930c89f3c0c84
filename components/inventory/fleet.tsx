'use client';

import { useCallback, useMemo } from 'react';
import type { SecretsView } from '@/components/inventory/secrets-view';
import { useFleet } from '@/lib/client/fleet';
import { noteFleetCount } from '@/lib/client/fleet-count';
import { fleetPlaces } from '@/lib/client/fleet-places';
import type { RegionProgress } from '@/lib/client/inventory-state';
import type { OperatorInfo } from '@/lib/contract/operator';
import { accountRegion } from '@/lib/domain/account-region';

interface FleetProps {
  readonly operator: OperatorInfo;
  /** The table, which the page has already: imported here as well, it would be loaded by itself. */
  readonly view: typeof SecretsView;
}

/** One table of all accounts of the sign-in, each read as itself; a row is opened as whom it was read. */
export function Fleet({ operator, view: View }: FleetProps) {
  const { places: held, scope } = operator;
  const places = useMemo(() => fleetPlaces(held, scope), [held, scope]);
  const inventory = useFleet(places);
  const placesOf = useCallback(
    (regions: ReadonlyMap<string, RegionProgress>) =>
      new Map(
        places.map((place) => {
          const start = accountRegion(place.account, '');
          const own = [...regions].flatMap(([name, region]) =>
            name.startsWith(start) ? [[name.slice(start.length), region] as const] : [],
          );
          return [place.account, { scope: place.scope, regions: new Map(own) }];
        }),
      ),
    [places],
  );
  return <View {...{ scope, inventory, placesOf }} onCount={noteFleetCount} />;
}
