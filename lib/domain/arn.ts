/** The parts of a secret's ARN that Keyturn uses. */
export interface SecretArn {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  /** The name with the six characters AWS appends: the same in every replica region. */
  readonly resource: string;
  readonly name: string;
}

const FORM = /^arn:(aws[a-z-]*):secretsmanager:([a-z0-9-]+):(\d{12}):secret:(([\w/+=.@!-]+)-[A-Za-z0-9]{6})$/;

/**
 * Reads a full secret ARN; undefined for anything else, a partial ARN included.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html
 */
export function parseSecretArn(text: string): SecretArn | undefined {
  const [, partition, region, account, resource, name] = FORM.exec(text) ?? [];
  if (!partition || !region || !account || !resource || !name) return undefined;
  return { partition, region, account, resource, name };
}

/**
 * The ARN of the same secret in another of its regions: only the region differs.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html
 */
export function arnInRegion(arn: string, region: string): string {
  const parts = arn.split(':');
  parts[3] = region;
  return parts.join(':');
}
