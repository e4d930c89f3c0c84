import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createCalls } from './calls.ts';
import { createFaults } from './faults/faults.ts';
import { createListener } from './http/listener.ts';
import { createKeyring } from './identity/keyring.ts';
import { createQuotas, noQuotas } from './quotas/quotas.ts';
import type { REGION_SETS } from './regions.ts';
import type { Sandbox } from './sandbox.ts';
import type { TrailOptions } from './trail.ts';
import type { WorldName } from './world/create.ts';
import type { Story } from './world/custom/story.ts';
import { createWorlds } from './world/worlds.ts';

/** How to start a sandbox. */
export interface SandboxOptions extends TrailOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly world?: WorldName;
  readonly seed?: number;
  /** How long, in virtual time, a replica lags behind its primary. */
  readonly replicationMs?: number;
  /** All that AWS opens by itself in the world `empty`, four in the others, unless told otherwise. */
  readonly regions?: (typeof REGION_SETS)[number];
  /** How old, in virtual time, an answer of ListSecrets may be; 0, the default, is always current. */
  readonly listingLagMs?: number;
  /** What the world `custom` tells. */
  readonly story?: Story;
  /** How many secrets the world `fleet` lists; 20,000 unless told otherwise. */
  readonly secrets?: number;
  /** Whether calls beyond AWS's quotas are throttled; they are unless told otherwise. */
  readonly quotas?: boolean;
}

/** A sandbox that answers on this computer only. */
export interface RunningSandbox {
  readonly url: string;
  /** Ends at once: open and hanging connections are cut. */
  close(): Promise<void>;
}

/** Builds the world and serves it; rejects when the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<RunningSandbox> {
  const { port = 0, world = 'empty', seed = 7, replicationMs = 1500, quotas = true } = options;
  const { secrets = 20_000, ...rest } = options;
  const worlds = createWorlds();
  const sandbox: Sandbox = {
    worlds,
    world: worlds.open({ ...rest, name: world, seed, replicationMs, secrets }),
    faults: createFaults(seed),
    calls: createCalls(),
    keyring: createKeyring(() => sandbox.world.state.iam),
    quotas: quotas ? createQuotas() : noQuotas,
  };
  sandbox.world.state.faults = sandbox.faults;
  // Longer than clients keep an idle connection, so that none is closed just as it is used again.
  const server = createServer({ keepAliveTimeout: 75_000 }, createListener(sandbox));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
