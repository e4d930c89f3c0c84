import { partitionOf } from '../secretsmanager/arn.ts';
import { invalid, notFound } from './errors.ts';

/** What a caller's KeyId names: a key or an alias, of an account. */
export interface KeyName {
  readonly account: string;
  readonly kind: 'key' | 'alias';
  /** The key's id, or the alias with its `alias/`. */
  readonly name: string;
}

/** Whose keys, and where: names without an account or a region are looked for here. */
export interface KeyPlace {
  readonly account: string;
  readonly region: string;
}

const UUID = /^(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const ARN = /^arn:[a-z-]+:kms:([a-z0-9-]+):(\d{12}):(?:key\/(.+)|(alias\/.+))$/;

/**
 * Reads a KeyId in any of its four forms: key id, key ARN, alias name, alias ARN. Throws KMS's
 * NotFoundException for an ARN of another region and for what is none of the four.
 * https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id
 */
export function readKeyId({ account: own, region }: KeyPlace, keyId: string): KeyName {
  if (keyId.startsWith('arn:')) {
    const [, place = '', account = '', key, alias] = ARN.exec(keyId) ?? [];
    if (account === '') throw notFound(`Invalid arn ${keyId}`);
    if (place !== region) throw notFound(`Invalid arn ${place}`);
    return alias === undefined ? keyOf(account, key ?? '') : { account, kind: 'alias', name: alias };
  }
  if (keyId.startsWith('alias/')) return { account: own, kind: 'alias', name: keyId };
  return keyOf(own, keyId);
}

/** The same where only a key will do: its id or its ARN. The sentence for an alias is not recorded. */
export function readOwnKeyId(place: KeyPlace, keyId: string): KeyName {
  const name = readKeyId(place, keyId);
  if (name.kind === 'alias') throw invalid(`${keyId} must be a key id or a key ARN.`);
  return name;
}

/** The ARN of a key or an alias in a region; `rest` is `key/…` or `alias/…`. */
export function kmsArn(account: string, region: string, rest: string): string {
  return `arn:${partitionOf(region)}:kms:${region}:${account}:${rest}`;
}

function keyOf(account: string, id: string): KeyName {
  if (!UUID.test(id)) throw notFound(`Invalid keyId '${id}'`);
  return { account, kind: 'key', name: id };
}
