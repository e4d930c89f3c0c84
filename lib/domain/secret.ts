/** One secret as one region lists it. */
export interface SecretRow {
  readonly arn: string;
  readonly name: string;
  /** The region that was asked. */
  readonly region: string;
  /** Set on every member of a replicated secret, the primary included. */
  readonly primaryRegion?: string;
  readonly description?: string;
  readonly kmsKeyId?: string;
  readonly owningService?: string;
  /** Set on a managed external secret: what of which partner it is, as `SalesforceClientSecret`. */
  readonly type?: string;
  readonly tags: { readonly [key: string]: string };
  /** Label to version id. */
  readonly holders: { readonly [label: string]: string };
  readonly rotation: Rotation;
  readonly created?: string;
  readonly changed?: string;
  /** Day precision. */
  readonly lastAccessed?: string;
  /** When deletion was asked for; the secret is purged after its recovery window. */
  readonly deleted?: string;
  /** Where its replicas are: DescribeSecret alone says so, no listing does. */
  readonly replicas?: readonly ReplicaReport[];
}

/** What the metadata says about rotation; whether it fails is only known from CloudTrail. */
export interface Rotation {
  readonly enabled: boolean;
  readonly everyDays?: number;
  readonly schedule?: string;
  /** How long a window lasts, as AWS writes it: `3h`. */
  readonly duration?: string;
  readonly functionArn?: string;
  readonly last?: string;
  readonly next?: string;
}

/** What AWS reports about one replica, as the primary region sees it. */
export interface ReplicaReport {
  readonly region: string;
  readonly status: 'InSync' | 'InProgress' | 'Failed' | 'unknown';
  readonly message?: string;
  /** The key chosen there; absent: the region's own `aws/secretsmanager`. */
  readonly kmsKeyId?: string;
  readonly lastAccessed?: string;
}

/** One secret as DescribeSecret shows it. */
export interface SecretDetail extends SecretRow {
  readonly replicas: readonly ReplicaReport[];
}

/** The team answerable for a secret, if a tag says so. */
export function ownerOf(secret: Pick<SecretRow, 'tags'>): string | undefined {
  return secret.tags.owner ?? secret.tags.Owner ?? secret.tags.team ?? secret.tags.Team;
}

/** Whether this member of a replicated secret is a copy: it can only be changed in its primary region. */
export function isReplica(secret: Pick<SecretRow, 'primaryRegion' | 'region'>): boolean {
  return secret.primaryRegion !== undefined && secret.primaryRegion !== secret.region;
}
