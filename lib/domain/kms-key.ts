/** What KMS says of a key: whether what is encrypted under it can be read. */
export interface KmsKey {
  /** As the secret names it: id, ARN or alias. */
  readonly asked: string;
  readonly arn?: string;
  readonly manager: 'AWS' | 'CUSTOMER' | 'unknown';
  /** KMS's own word, e.g. `Enabled`, `Disabled`, `PendingDeletion`. */
  readonly state: string;
  readonly description?: string;
  /** When it is deleted, ISO. */
  readonly deletion?: string;
}

/** The key every secret has that names none. https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html */
export const DEFAULT_KEY = 'alias/aws/secretsmanager';

/** The key as KMS knows it: versions under the default key say `DefaultEncryptionKey`, secrets say nothing. */
export const kmsName = (key: string | undefined) =>
  key === undefined || key === 'DefaultEncryptionKey' ? DEFAULT_KEY : key;

/** Whether values under this key cannot be read now; KMS uses only keys that are enabled. */
export const isKeyDown = ({ state }: KmsKey) => state !== 'Enabled' && state !== 'unknown';

/** Whether a key is named by an alias, as itself or in an ARN. */
export const isAlias = (name: string) => /(^|:)alias\//.test(name);

/** Whether a key is named by its id, as itself or in an ARN. */
export const isKeyId = (name: string) => !isAlias(name) && name !== 'DefaultEncryptionKey';

/** Whether a name, by id or ARN, is that of this key. */
export function isSameKey(key: KmsKey | undefined, name: string): boolean {
  return key?.arn !== undefined && (key.arn === name || key.arn.endsWith(`:key/${name}`));
}

/** What is known of the keys of a secret's versions, by the name a version gives them. */
export type KeyStates = ReadonlyMap<string, KmsKey>;

/** The names of the keys that cannot be used now, in order. */
export const keysDown = (states: KeyStates): string[] =>
  [...states].flatMap(([name, key]) => (isKeyDown(key) ? [name] : [])).sort();

/** A key in few characters: its alias, or the beginning of its id. */
export function shortKey(key: string): string {
  const name = key.replace(/^arn:[^/]*?:(?=alias\/|key\/)/, '').replace(/^key\//, '');
  return name.startsWith('alias/') ? name.slice('alias/'.length) : name;
}
