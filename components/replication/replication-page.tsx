'use client';

import { useMemo } from 'react';
import { MatrixView } from '@/components/replication/matrix-view';
import { useFleet } from '@/lib/client/fleet';
import { fleetPlaces } from '@/lib/client/fleet-places';
import { useInventory } from '@/lib/client/inventory';
import { useOperator } from '@/lib/client/operator';
import type { OperatorInfo } from '@/lib/contract/operator';

/** What every region really holds of the replicated secrets, and what to do when it does not. */
export function ReplicationPage() {
  const { data: operator } = useOperator();
  // The console around this page shows it only to a signed-in operator.
  if (!operator) return null;
  const { scope, account, places } = operator;
  return places.some((place) => place.account !== account) ? (
    <Accounts key={scope} operator={operator} />
  ) : (
    <Account key={scope} scope={scope} account={account} />
  );
}

function Account({ scope, account }: Pick<OperatorInfo, 'scope' | 'account'>) {
  const places = useMemo(() => [{ scope, account }], [scope, account]);
  return <MatrixView home={scope} places={places} inventory={useInventory(scope)} />;
}

/** One matrix of all accounts of the sign-in, each read as itself. */
function Accounts({ operator: { places: held, scope } }: { operator: OperatorInfo }) {
  const places = useMemo(() => fleetPlaces(held, scope), [held, scope]);
  // What is kept is kept for the sign-in's first scope, whichever of them the page works as.
  return <MatrixView home={held[0]?.scope ?? scope} places={places} inventory={useFleet(places)} />;
}
