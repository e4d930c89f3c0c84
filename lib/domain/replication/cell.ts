import type { FoldedSecret } from '../fold.ts';
import type { ReplicaReport, SecretRow } from '../secret.ts';

/**
 * What one region holds of a secret, judged against its primary: `uncompared` is a replica whose primary could not be
 * read, `twin` a secret of its own with the same name, `unread` not known yet, `none` no replica and none wanted.
 */
export type CellState =
  | 'primary'
  | 'in-sync'
  | 'in-progress'
  | 'failed'
  | 'behind'
  | 'missing'
  | 'uncompared'
  | 'twin'
  | 'unreadable'
  | 'unread'
  | 'none';

/** A label that is on another version in a region than at the primary; absent: on none. */
export interface LabelDifference {
  readonly label: string;
  readonly primary?: string | undefined;
  readonly there?: string | undefined;
}

/** One region of one secret. */
export interface Cell {
  readonly region: string;
  readonly state: CellState;
  /** Where AWSCURRENT is there, as far as known. */
  readonly serves?: string | undefined;
  /** `read` by DescribeSecret there, or `listed` by ListSecrets, which may be five minutes old. */
  readonly source?: 'read' | 'listed' | undefined;
  /** Why it is `unreadable`, where one reading of it tells. */
  readonly why?: Unreadable | undefined;
  /** What AWS reports of this replica in the primary region. */
  readonly report?: ReplicaReport | undefined;
  readonly differs?: readonly LabelDifference[] | undefined;
  /** Another secret has the name there; `serves` is what that one serves. */
  readonly twin?: boolean | undefined;
  /** That secret as its region lists it; absent where it was this one's replica once, and has its ARN. */
  readonly other?: SecretRow | undefined;
}

/** What DescribeSecret showed of one region's copy. */
export interface Seen {
  readonly holders: SecretRow['holders'];
  readonly primaryRegion?: string;
  readonly kmsKeyId?: string;
  readonly lastAccessed?: string;
  readonly changed?: string;
  readonly deleted?: string;
  readonly replicas: readonly ReplicaReport[];
  /** Whether a change asks for the name to be typed. */
  readonly protected: boolean;
  /** AWS's clock at the reading, ISO. */
  readonly at: string;
}

/** Why nothing is known of a copy: AWS refuses it to this operator, did not answer, or its whole region is left alone. */
export type Unreadable = 'denied' | 'no-answer' | 'region-closed';

/** A copy as it was read; `gone` where AWS knows none. */
export type CopyReading = Seen | Unreadable | 'gone';

/** What is known of one secret, before it is judged. */
export interface RowFacts {
  readonly secret: FoldedSecret;
  /** Absent: not read yet. */
  readonly primary: CopyReading | undefined;
  readonly copies: ReadonlyMap<string, CopyReading>;
  /** Secrets of the same name that are no copies of this one, by region. */
  readonly twins: ReadonlyMap<string, SecretRow>;
  /** Regions that are still being listed. */
  readonly listing: ReadonlySet<string>;
  /** Regions that refused or did not answer, until they are tried again. */
  readonly closed: ReadonlySet<string>;
  /** Regions a fleet rule wants this secret in. */
  readonly wanted: readonly string[];
}

/** One secret over all regions of the matrix. */
export interface MatrixRow {
  readonly secret: FoldedSecret;
  readonly primary: CopyReading | undefined;
  readonly cells: readonly Cell[];
  /** The state of its cells that needs attention most. */
  readonly worst: CellState;
}
