import type { RotationRules } from './rotation-schedule.ts';

/** A value as the caller sent it: text, or base64 text standing for bytes. */
export type SecretValue = { readonly SecretString: string } | { readonly SecretBinary: string };

/** One version of a secret; never changed in place, so a copy on its way to a replica stays what it was. */
export interface Version {
  /** The ClientRequestToken of the call that made the version. */
  readonly id: string;
  readonly createdDate: Date;
  /** Staging labels; a version without any is deprecated and can be purged. */
  readonly labels: readonly string[];
  /** ARNs of the KMS keys that each open the value, the newest first; none while there is no value. */
  readonly keys?: readonly string[];
  /** Undefined while a rotation has announced the version but not stored its value yet. */
  readonly value: SecretValue | undefined;
}

/** The versions of a secret by id, in order of creation. */
export type Versions = ReadonlyMap<string, Version>;

/** One tag of a secret. */
export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/** Everything RotateSecret leaves on a secret, in the spelling of DescribeSecret. */
export interface Rotation {
  readonly RotationEnabled: boolean;
  readonly RotationLambdaARN: string | undefined;
  readonly RotationRules: RotationRules | undefined;
  /** How the partner behind a managed external secret rotates it. */
  readonly ExternalSecretRotationMetadata: readonly Tag[] | undefined;
  readonly ExternalSecretRotationRoleArn: string | undefined;
  readonly lastRotatedDate: Date | undefined;
  readonly nextRotationDate: Date | undefined;
  /** When the window opens that ends with that date. */
  readonly nextWindowOpens?: Date | undefined;
}

/** The part of a secret that its replicas copy. Replaced as a whole at each change, never edited. */
export interface Content {
  readonly description: string | undefined;
  readonly type: string | undefined;
  /** Undefined until the first tag; empty once the last one is removed, as AWS shows it. */
  readonly tags: readonly Tag[] | undefined;
  readonly versions: Versions;
  /** The resource policy as it was put, JSON text. */
  readonly policy: string | undefined;
  readonly rotation: Rotation | undefined;
  readonly changedDate: Date;
}

/** A region a primary secret replicates to, as ReplicationStatus speaks of it. */
interface Replica {
  readonly region: string;
  /** When replication to the region began. */
  readonly since: Date;
  kmsKeyId: string | undefined;
  /** When AWS gives up on the region, and what it says then. */
  failure: { readonly at: Date; readonly message: string } | undefined;
}

/** What ties a replica to its primary: the region, and the copies still on their way. */
export interface Following {
  readonly primaryRegion: string;
  /** ARN of the KMS key the replica's values are encrypted with. */
  key: string;
  /** When the first copy arrives; before that the replica does not exist for any reader. */
  readonly since: Date;
  /** Oldest first. */
  arriving: readonly { readonly at: Date; readonly content: Content }[];
}

/** A secret in one region, primary or replica. */
export interface Secret {
  readonly account: string;
  readonly arn: string;
  readonly name: string;
  readonly region: string;
  readonly createdDate: Date;
  /** Rising with every secret made: the order ListSecrets gives unless it is asked for another. */
  readonly sequence: number;
  /** The token CreateSecret was called with: repeating that call is no error. */
  readonly createToken: string;
  /** The AWS service that made the secret for its own use, e.g. `rds`. */
  readonly owningService: string | undefined;
  kmsKeyId: string | undefined;
  content: Content;
  /** Reads are counted per region: a replica that nobody reads stays unread. */
  lastAccessedDate: Date | undefined;
  readonly versionsAccessed: Map<string, Date>;
  /** When the recovery window of a deleted secret ends; then it is gone. */
  deletionDue: Date | undefined;
  /** Deleted without a recovery window: it is on its way out and cannot be restored. */
  deletionForced: boolean;
  /** The version a rotation is preparing now. */
  openRotation: string | undefined;
  /** When its schedule begins the next rotation, milliseconds since 1970: a plan for another time is out of date. */
  plannedRotation?: number | undefined;
  readonly replicas: Map<string, Replica>;
  following: Following | undefined;
}

/** The secrets of one account in one region, by name. */
export type RegionSecrets = Map<string, Secret>;

/** How a rotation function fails: the step it gives up in, and how long after the rotation began. */
export interface FunctionFailure {
  readonly step: 'createSecret' | 'setSecret' | 'testSecret' | 'finishSecret';
  readonly afterMs: number;
}

/** The place of a replica among those that are slow to reach. */
export function slowKey({ account, name }: Pick<Secret, 'account' | 'name'>, region: string): string {
  return `${account}/${region}/${name}`;
}

/** The secrets of a region as they were at one instant. */
export interface Listing {
  readonly at: Date;
  readonly secrets: readonly Secret[];
}

/** All the sandbox's Secrets Manager remembers. */
export interface SecretsManagerState {
  /** How long, in virtual time, a change of the primary takes to reach a replica. */
  readonly replicationMs: number;
  /** How old, in virtual time, an answer of ListSecrets may be. */
  readonly listingLagMs: number;
  /** What ListSecrets saw of an account's region, and when. */
  readonly listings: Map<string, Listing>;
  readonly regions: Map<string, RegionSecrets>;
  /** Functions a world only declares, by ARN: they may be invoked, and no code of theirs is run. */
  readonly invocableFunctions: Set<string>;
  /** What stops declared functions, by ARN. */
  readonly failingFunctions: Map<string, FunctionFailure>;
  /** Replicas that copies take longer to reach, in milliseconds of virtual time, by `slowKey`. */
  readonly slowCopies: Map<string, number>;
  /** Whether schedules begin rotations: not while a world is built, which tells itself what happened when. */
  schedulesFire: boolean;
  /** The sequence number the next secret gets. */
  nextSequence: number;
}

/** A Secrets Manager that holds no secret yet. */
export function createSecretsManagerState(options: {
  readonly replicationMs: number;
  readonly listingLagMs?: number;
}): SecretsManagerState {
  return {
    replicationMs: options.replicationMs,
    listingLagMs: options.listingLagMs ?? 0,
    listings: new Map(),
    regions: new Map(),
    invocableFunctions: new Set(),
    failingFunctions: new Map(),
    slowCopies: new Map(),
    schedulesFire: true,
    nextSequence: 1,
  };
}

/**
 * The secret a task was planned for, as it is now in the state the task is carried out in; undefined once it is
 * gone, or another one has its name.
 */
export function sameIn(
  state: SecretsManagerState,
  { account, region, name, sequence }: Pick<Secret, 'account' | 'region' | 'name' | 'sequence'>,
): Secret | undefined {
  const there = secretsIn(state, account, region).get(name);
  return there?.sequence === sequence ? there : undefined;
}

/** The secrets of one account in one region; the map is made at first use. */
export function secretsIn(state: SecretsManagerState, account: string, region: string): RegionSecrets {
  const key = `${account}/${region}`;
  const known = state.regions.get(key);
  if (known) return known;
  const made: RegionSecrets = new Map();
  state.regions.set(key, made);
  return made;
}
