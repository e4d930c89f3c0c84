import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { REGION_SETS } from './regions.ts';
import type { SandboxOptions } from './server.ts';
import { RESOURCE_LOOKUPS } from './services/cloudtrail/secret-resource.ts';
import { WORLDS } from './world/create.ts';
import { BadStory, readStory } from './world/custom/story.ts';

/** A command line the sandbox does not understand; the message is one line for its user. */
export class BadFlags extends Error {
  override readonly name = 'BadFlags';
}

/** Reads the command line; what it does not say stays at the demo's values. */
export function readFlags(args: readonly string[]): SandboxOptions {
  const flags = parse(args);
  const { regions, 'delivery-ms': delivery } = flags;
  return {
    ...worldOf(flags.world),
    port: whole('port', flags.port, 65_535),
    seed: whole('seed', flags.seed, 4_294_967_295),
    replicationMs: whole('replication-ms', flags['replication-ms'], 86_400_000),
    secrets: whole('secrets', flags.secrets, 500_000),
    quotas: oneOf('quotas', flags.quotas, ['on', 'off']) === 'on',
    resourceLookup: oneOf('resource-lookup', flags['resource-lookup'], RESOURCE_LOOKUPS),
    listingLagMs: whole('listing-lag-ms', flags['listing-lag-ms'], 86_400_000),
    ...(regions === undefined ? {} : { regions: oneOf('regions', regions, REGION_SETS) }),
    ...(delivery === undefined ? {} : { deliveryMs: whole('delivery-ms', delivery, 86_400_000) }),
  };
}

// A name, or the file of a world of one's own.
function worldOf(flag: string): Pick<SandboxOptions, 'world' | 'story'> {
  if (!flag.endsWith('.json')) return { world: oneOf('world', flag, WORLDS) };
  try {
    return { world: 'custom', story: readStory(readFileSync(flag, 'utf8')) };
  } catch (cause) {
    if (cause instanceof BadStory) throw new BadFlags(`--world ${flag}: ${cause.message}`);
    throw new BadFlags(`--world ${flag} cannot be read`);
  }
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
        'delivery-ms': { type: 'string' },
        'listing-lag-ms': { type: 'string', default: '0' },
        regions: { type: 'string' },
        secrets: { type: 'string', default: '20000' },
        quotas: { type: 'string', default: 'on' },
        'resource-lookup': { type: 'string', default: 'none' },
      },
    });
    return values;
  } catch (cause) {
    throw new BadFlags(cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause));
  }
}

function oneOf<T extends string>(name: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === text);
  if (found === undefined) throw new BadFlags(`--${name} must be one of ${allowed.join(', ')}`);
  return found;
}

function whole(name: string, text: string, max: number): number {
  if (/^\d{1,10}$/.test(text) && Number(text) <= max) return Number(text);
  throw new BadFlags(`--${name} must be a whole number from 0 to ${max}`);
}
