import { inventoryView } from '@/lib/contract/views';
import { configuredRegions } from '@/lib/server/config';
import { streamRoute } from '@/lib/server/view-route';
import { readInventory } from '@/lib/views/inventory';

export const GET = streamRoute(inventoryView, (session, { regions }, signal) =>
  readInventory(session, { home: session.home, configured: configuredRegions(), asked: regions }, signal),
);
