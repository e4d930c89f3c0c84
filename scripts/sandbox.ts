import type { Group } from './group.ts';

/** How a sandbox is started. */
export interface SandboxStart {
  readonly port: number;
  /** Or the file of a world of one's own. */
  readonly world: 'demo' | 'empty' | 'fleet' | `${string}.json`;
  /** How many secrets a fleet lists. */
  readonly secrets?: number;
  /** Restarts it, with a new world, whenever one of its files changes. */
  readonly watch?: boolean;
}

/** Starts the sandbox and waits until it answers; its address. */
export function startSandbox(
  group: Group,
  { port, world, secrets, watch = false }: SandboxStart,
): Promise<string> {
  const args = ['sandbox/main.ts', '--port', String(port), '--world', world, '--seed', '7'];
  if (secrets !== undefined) args.push('--secrets', String(secrets));
  return new Promise((resolve) => {
    group.start('sandbox', [...(watch ? ['--watch', '--watch-preserve-output'] : []), ...args], {
      env: process.env,
      onLine: (line) => {
        const url = /^sandbox ready (http:\S+)$/.exec(line)?.[1];
        if (url) resolve(url);
        else console.log(line);
      },
    });
  });
}
