import type { Calls } from './calls.ts';
import type { Faults } from './faults/faults.ts';
import type { Keyring } from './identity/keyring.ts';
import type { Quotas } from './quotas/quotas.ts';
import type { World } from './world/create.ts';
import type { Worlds } from './world/worlds.ts';

/** All that one running sandbox holds. A reset replaces the world and empties faults and calls; the keys stay. */
export interface Sandbox {
  readonly worlds: Worlds;
  world: World;
  readonly faults: Faults;
  readonly calls: Calls;
  readonly keyring: Keyring;
  readonly quotas: Quotas;
}
