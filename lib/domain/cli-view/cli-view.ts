import type { AwsCall } from '../aws-call.ts';
import type { FoldedSecret } from '../fold.ts';
import type { MatrixRow } from '../replication/cell.ts';
import type { FleetSecret, FleetTab } from '../rotation-fleet/fleet-secret.ts';
import type { SecretDetail } from '../secret.ts';
import type { SearchedStream } from '../timeline/searched.ts';
import type { SecretVersion } from '../version.ts';

/** The table: the row with the focus, and what is selected. */
export interface SecretsView {
  readonly kind: 'secrets';
  readonly focused?: FoldedSecret | undefined;
  readonly selected: readonly FoldedSecret[];
}

/** A secret's page: what it was shown from. */
export interface SecretView {
  readonly kind: 'secret';
  readonly arn: string;
  readonly region: string;
  readonly secret?: SecretDetail | undefined;
  readonly versions: readonly SecretVersion[];
  /** AWS's clock when it was read, ISO. */
  readonly at?: string | undefined;
  /** What of CloudTrail was read, in the region of the primary. */
  readonly streams: readonly SearchedStream[];
}

/** What is known of one region's rotations. */
export interface RotationRegion {
  readonly region: string;
  readonly streams: readonly SearchedStream[];
}

/** What of a page of several accounts is open or has the focus. */
interface OfOneAccount {
  /** As whom it was read, where the page does not work as them. */
  readonly scope?: string | undefined;
}

/** The page of rotations, and the group that is open. */
export interface RotationView extends OfOneAccount {
  readonly kind: 'rotation';
  readonly regions: readonly RotationRegion[];
  readonly group?: OpenGroup | undefined;
}

/** A group of rotations: what it is known by, and its secrets. */
export interface OpenGroup {
  readonly id: string;
  /** When its first secret began to fail; ISO. */
  readonly first?: string | undefined;
  readonly tab: FleetTab;
  readonly secrets: readonly FleetSecret[];
}

/** The matrix, and the cell that is open or has the focus. */
export interface ReplicationView extends OfOneAccount {
  readonly kind: 'replication';
  readonly row?: MatrixRow | undefined;
  readonly region?: string | undefined;
}

/** A page that shows what is known here already: AWS is asked nothing, or only when it is told to. */
export interface OwnView {
  readonly kind: 'permissions' | 'diagnose';
}

/** What the operator looks at, as far as commands can say the same. */
export type CliView = SecretsView | SecretView | RotationView | ReplicationView | OwnView;

/** One command: what it does at AWS, by one call or a few. */
export interface CliCommand {
  /** AWS's name of the operation, or what the act is called here. */
  readonly name: string;
  readonly calls: readonly AwsCall[];
  /** When the page had its answer: AWS's clock, ISO. Absent: not made, or not known. */
  readonly at?: string | undefined;
}

/** How the regions were listed. */
export interface Listing {
  /** Where the list of regions came from; nothing was asked where configuration names them. */
  readonly source?: 'configuration' | 'account' | 'fallback' | undefined;
  readonly at?: string | undefined;
  readonly regions: readonly { readonly region: string; readonly at?: string | undefined }[];
}

/** What was asked of AWS for a page besides what the page itself tells. */
export interface Past {
  readonly listing: Listing;
  readonly reads: readonly CliCommand[];
  /** Of CloudTrail. */
  readonly lookups: readonly CliCommand[];
  /** Of CloudWatch Logs. */
  readonly logs: readonly CliCommand[];
}

/** The act that a sheet above the page is about to make. */
export interface NextAct {
  /** What the act is called there. */
  readonly act: string;
  readonly calls: readonly AwsCall[];
}

/** Commands that belong together. */
export interface CliGroup {
  readonly title: string;
  readonly note?: string | undefined;
  /** They change something at AWS. */
  readonly changes?: true;
  /** They are what a sheet is about to do. */
  readonly next?: true;
  readonly commands: readonly CliCommand[];
}
