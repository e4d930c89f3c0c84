import type { Call } from '../../operation.ts';
import { type KeyPlace, kmsArn } from './key-id.ts';
import { managedPolicy } from './policies.ts';
import { type KmsKey, keysIn } from './state.ts';

/** The alias of the key AWS keeps for Secrets Manager in each account and region. */
export const MANAGED_ALIAS = 'alias/aws/secretsmanager';

/** Adds a key under a fresh id. */
export function addKey(
  call: Call,
  { account, region }: KeyPlace,
  made: Pick<KmsKey, 'description' | 'spec' | 'usage' | 'manager' | 'multiRegion' | 'tags' | 'policy'>,
): KmsKey {
  const uuid = call.random.uuid();
  const id = made.multiRegion ? `mrk-${uuid.replaceAll('-', '')}` : uuid;
  const key: KmsKey = {
    ...made,
    id,
    arn: kmsArn(account, region, `key/${id}`),
    account,
    region,
    createdDate: call.now,
    state: 'Enabled',
    deletionDate: undefined,
  };
  keysIn(call.state.kms, account, region).keys.set(id, key);
  return key;
}

/** Adds a name for a key. */
export function addAlias(call: Call, name: string, key: KmsKey): void {
  keysIn(call.state.kms, key.account, key.region).aliases.set(name, {
    name,
    arn: kmsArn(key.account, key.region, name),
    createdDate: call.now,
    updatedDate: call.now,
    keyId: key.id,
  });
}

/**
 * The AWS managed key of Secrets Manager in an account and region, made at its first use.
 * https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-cmk
 */
export function managedKey(call: Call, place: KeyPlace): KmsKey {
  const { keys, aliases } = keysIn(call.state.kms, place.account, place.region);
  const known = keys.get(aliases.get(MANAGED_ALIAS)?.keyId ?? '');
  if (known) return known;
  const key = addKey(call, place, {
    description: 'Default key that protects my Secrets Manager data when no other key is defined',
    spec: 'SYMMETRIC_DEFAULT',
    usage: 'ENCRYPT_DECRYPT',
    manager: 'AWS',
    multiRegion: false,
    tags: [],
    policy: managedPolicy(place.account, place.region),
  });
  addAlias(call, MANAGED_ALIAS, key);
  return key;
}
