import type { Call } from '../../operation.ts';
import { notForYou, notFound } from './errors.ts';
import { type KeyName, type KeyPlace, kmsArn, readKeyId, readOwnKeyId } from './key-id.ts';
import { MANAGED_ALIAS, managedKey } from './make-key.ts';
import { type KmsKey, keysIn } from './state.ts';

/**
 * The key a KeyId names, or KMS's NotFoundException. The alias AWS reserves for Secrets Manager names a key
 * that is made when it is first asked for.
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html
 */
export function findKey(call: Call, place: KeyPlace, keyId: string): KmsKey {
  return keyNamed(call, readKeyId(place, keyId), place);
}

/** The key an ARN names, wherever it is; undefined once it is deleted. */
export function keyByArn(call: Pick<Call, 'state'>, arn: string): KmsKey | undefined {
  const [, region, account, id] = /^arn:[a-z-]+:kms:([a-z0-9-]+):(\d{12}):key\/(.+)$/.exec(arn) ?? [];
  if (region === undefined || account === undefined || id === undefined) return undefined;
  return keysIn(call.state.kms, account, region).keys.get(id);
}

/** Where a caller's own keys are. */
export function homeOf(call: Call): KeyPlace {
  return { account: call.principal.account, region: call.region };
}

/** The key a KeyId names, once the caller may do the call's operation on it. */
export function openKey(call: Call, keyId: string): KmsKey {
  return opened(call, readKeyId(homeOf(call), keyId));
}

/** The same, named by its id or ARN; aliases are refused. */
export function openKeyById(call: Call, keyId: string): KmsKey {
  return opened(call, readOwnKeyId(homeOf(call), keyId));
}

/** Asks IAM about the call's own operation on a key. */
export function authorizeOnKey(call: Call, key: KmsKey): void {
  call.authorize({
    action: `kms:${call.operation}`,
    resource: key.arn,
    context: keyContext(call, key),
    attached: { kind: 'key', account: key.account, policy: key.policy },
  });
}

/** The condition keys of any request about a key. */
export function keyContext(call: Call, key: KmsKey): { [key: string]: string } {
  return {
    'kms:CallerAccount': call.principal.account,
    'kms:KeySpec': key.spec,
    'kms:KeyUsage': key.usage,
    ...Object.fromEntries(key.tags.map((tag) => [`aws:ResourceTag/${tag.TagKey}`, tag.TagValue])),
  };
}

function opened(call: Call, name: KeyName): KmsKey {
  if (name.account !== call.principal.account && !isThere(call, name)) throw notForYou(call);
  if (name.kind === 'key' && !isThere(call, name)) {
    // A caller without rights hears that, not that there is no such key.
    const resource = kmsArn(name.account, call.region, `key/${name.name}`);
    call.authorize({ action: `kms:${call.operation}`, resource });
  }
  const key = keyNamed(call, name, homeOf(call));
  authorizeOnKey(call, key);
  return key;
}

function isThere(call: Call, { account, kind, name }: KeyName): boolean {
  const { keys, aliases } = keysIn(call.state.kms, account, call.region);
  return kind === 'key' ? keys.has(name) : aliases.has(name);
}

function keyNamed(call: Call, { account, kind, name }: KeyName, { account: own, region }: KeyPlace): KmsKey {
  const { keys, aliases } = keysIn(call.state.kms, account, region);
  if (kind === 'alias') {
    if (name === MANAGED_ALIAS && account === own) return managedKey(call, { account, region });
    const key = keys.get(aliases.get(name)?.keyId ?? '');
    if (key) return key;
    throw notFound(`Alias ${kmsArn(account, region, name)} is not found.`);
  }
  const key = keys.get(name);
  if (key) return key;
  throw notFound(`Key '${kmsArn(account, region, `key/${name}`)}' does not exist`);
}
