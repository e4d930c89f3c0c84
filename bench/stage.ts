import { freshSecret, startConsole } from '../scripts/console.ts';
import type { Group } from '../scripts/group.ts';
import { anyFreePort } from '../scripts/port.ts';
import { startSandbox } from '../scripts/sandbox.ts';

/** A built console before a sandbox of its own. */
export interface Stage {
  readonly endpoint: string;
  readonly port: number;
  /** The console's process. */
  readonly pid: number;
  /** From now on a page of ListSecrets takes so long. */
  setLatency(ms: number): Promise<void>;
}

/** Which world to open a stage with. */
export type StageWorld =
  | { readonly world: 'demo' | `${string}.json` }
  | { readonly world: 'fleet'; readonly secrets: number };

/** Starts both and waits until they answer; they end with the group. */
export async function openStage(group: Group, world: StageWorld): Promise<Stage> {
  const endpoint = await startSandbox(group, { port: await anyFreePort(), ...world });
  const port = await anyFreePort();
  const server = await startConsole(group, {
    host: '127.0.0.1',
    port,
    url: `http://localhost:${port}`,
    secret: freshSecret(),
    endpoint,
    audit: false,
  });
  const faults = `${endpoint}/_sandbox/faults`;
  return {
    endpoint,
    port,
    pid: server.pid ?? 0,
    async setLatency(ms) {
      await fetch(faults, { method: 'DELETE' });
      if (ms === 0) return;
      const fault = { kind: 'latency', service: 'secretsmanager', operation: 'ListSecrets', ms };
      const { ok, status } = await fetch(faults, { method: 'POST', body: JSON.stringify(fault) });
      if (!ok) throw new Error(`The sandbox refused a latency with ${status}.`);
    },
  };
}
