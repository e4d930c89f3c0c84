import { parseArgs } from 'node:util';
import type { SandboxOptions } from './server.ts';
import { WORLDS } from './world/create.ts';

/** A command line the sandbox does not understand; the message is one line for its user. */
export class BadFlags extends Error {
  override readonly name = 'BadFlags';
}

/** Reads the command line; what it does not say stays at the demo's values. */
export function readFlags(args: readonly string[]): Required<SandboxOptions> {
  const flags = parse(args);
  const world = WORLDS.find((name) => name === flags.world);
  if (!world) throw new BadFlags(`--world must be one of ${WORLDS.join(', ')}`);
  return {
    world,
    port: whole('port', flags.port, 65_535),
    seed: whole('seed', flags.seed, 4_294_967_295),
    replicationMs: whole('replication-ms', flags['replication-ms'], 86_400_000),
  };
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '4599' },
        world: { type: 'string', default: 'demo' },
        seed: { type: 'string', default: '7' },
        'replication-ms': { type: 'string', default: '1500' },
      },
    });
    return values;
  } catch (cause) {
    throw new BadFlags(cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause));
  }
}

function whole(name: string, text: string, max: number): number {
  if (/^\d{1,10}$/.test(text) && Number(text) <= max) return Number(text);
  throw new BadFlags(`--${name} must be a whole number from 0 to ${max}`);
}
