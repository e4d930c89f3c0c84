import type { KeySpec, KeyUsage } from './specs.ts';

/** What a key may be used for at the moment. */
export type KeyState = 'Enabled' | 'Disabled' | 'PendingDeletion';

/** One KMS key. Nothing is ever encrypted with it; what counts is who may use it, and whether it works. */
export interface KmsKey {
  readonly id: string;
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  readonly createdDate: Date;
  readonly description: string;
  readonly spec: KeySpec;
  readonly usage: KeyUsage;
  /** Who keeps it: AWS the one key it makes for a service, the customer all others. */
  readonly manager: 'AWS' | 'CUSTOMER';
  readonly multiRegion: boolean;
  readonly tags: readonly { readonly TagKey: string; readonly TagValue: string }[];
  state: KeyState;
  /** When a key pending deletion will be gone. */
  deletionDate: Date | undefined;
  /** The key policy's JSON, as it was put. */
  policy: string;
}

/** A name for a key, `alias/…`; it can be moved to another key. */
export interface Alias {
  readonly name: string;
  readonly arn: string;
  readonly createdDate: Date;
  updatedDate: Date;
  keyId: string;
}

/** The keys and aliases of one account in one region. */
interface RegionKeys {
  /** By key id. */
  readonly keys: Map<string, KmsKey>;
  /** By name. */
  readonly aliases: Map<string, Alias>;
}

/** All the sandbox's KMS remembers. */
export interface KmsState {
  readonly regions: Map<string, RegionKeys>;
}

/** A KMS without any key. */
export function createKmsState(): KmsState {
  return { regions: new Map() };
}

/** The keys of one account in one region; the place is made at first use. */
export function keysIn(state: KmsState, account: string, region: string): RegionKeys {
  const place = `${account}/${region}`;
  const known = state.regions.get(place);
  if (known) return known;
  const made: RegionKeys = { keys: new Map(), aliases: new Map() };
  state.regions.set(place, made);
  return made;
}
