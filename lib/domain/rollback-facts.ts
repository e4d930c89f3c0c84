import type { OpensNow } from './rotation/opens-now.ts';
import type { ReplicaReport } from './secret.ts';
import type { SecretVersion } from './version.ts';

/** What a rollback is judged by: metadata only, each fact absent where it could not be read. */
export interface RollbackFacts {
  readonly versions: readonly SecretVersion[];
  /** The version AWSCURRENT shall move to. */
  readonly target: string;
  readonly replica?: boolean | undefined;
  readonly deleted?: string | undefined;
  readonly owningService?: string | undefined;
  readonly rotationEnabled?: boolean | undefined;
  /** ISO instant of the last rotation that ended well. */
  readonly lastRotated?: string | undefined;
  readonly replicas?: readonly ReplicaReport[] | undefined;
  /** Versions that held AWSCURRENT while somebody looked, and so hold a value. */
  readonly proven?: readonly string[] | undefined;
  /** Versions known to have been AWSCURRENT, by receipts or CloudTrail. */
  readonly wereCurrent?: readonly string[] | undefined;
  /** What rotations prove of the target's password; absent: nothing was asked of them. */
  readonly opens?: OpensNow['because'] | undefined;
  /** KMS keys that cannot be used now, as versions name them. */
  readonly keysDown?: readonly string[] | undefined;
}
