import type { SecretRow } from '../secret.ts';

/** What several secrets are rotated by or at, as far as metadata tells. */
export interface SharedTarget {
  readonly kind: 'database' | 'function';
  readonly name: string;
}

/**
 * The tags that name a database: AWS's own of secrets that RDS and DocumentDB manage, then what people write.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
 */
const DATABASE_TAGS = [
  'aws:rds:primaryDBClusterArn',
  'aws:rds:primaryDBInstanceArn',
  'host',
  'database-host',
  'db-host',
  'cluster',
  'db-cluster',
  'db-instance',
  'masterarn',
];

/**
 * What a rotation touches that others may touch at the same time: the database its tags name, and its function. Which
 * database and superuser a secret is for is otherwise in its value alone, and no value is read for this.
 */
export function sharedTargets({ tags, region, rotation }: SecretRow): SharedTarget[] {
  const names = new Map(Object.entries(tags).map(([key, text]) => [key.toLowerCase(), text]));
  const database = DATABASE_TAGS.map((key) => names.get(key.toLowerCase())).find((text) => text);
  return [
    ...(database ? [{ kind: 'database', name: database } as const] : []),
    ...(rotation.functionArn
      ? [{ kind: 'function', name: `${rotation.functionArn.split(':')[6] ?? ''} in ${region}` } as const]
      : []),
  ];
}
