/**
 * A KMS key as short as operators tell it apart: an alias without its prefix, of a key id the first eight digits.
 * AWS takes and returns an ARN, an alias, or an id.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_SecretListEntry.html
 */
export function keyName(id: string): string {
  const name = id.startsWith('arn:') ? id.slice(id.lastIndexOf(':') + 1) : id;
  if (name.startsWith('alias/')) return name.slice('alias/'.length);
  const key = name.replace(/^key\//, '');
  return /^[0-9a-f]{8}-/.test(key) ? `${key.slice(0, 8)}…` : key;
}
