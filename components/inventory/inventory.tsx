'use client';

import { SecretsView } from '@/components/inventory/secrets-view';
import { later } from '@/components/ui/later';
import { useInventory } from '@/lib/client/inventory';
import { useOperator } from '@/lib/client/operator';

const Fleet = later(async () => (await import('@/components/inventory/fleet')).Fleet);

/** Every secret of the accounts one is signed in to, one line each, from all regions at once. */
export function Inventory() {
  const { data: operator } = useOperator();
  // The console around this page shows it only to a signed-in operator.
  if (!operator) return null;
  const { scope, places } = operator;
  return places.some(({ account }) => account !== operator.account) ? (
    <Fleet key={scope} operator={operator} view={SecretsView} />
  ) : (
    <Secrets key={scope} scope={scope} />
  );
}

function Secrets({ scope }: { scope: string }) {
  return <SecretsView scope={scope} inventory={useInventory(scope)} />;
}
