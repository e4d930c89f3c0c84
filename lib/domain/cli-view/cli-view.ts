import type { FoldedSecret } from '../fold.ts';
import type { MatrixRow } from '../replication/cell.ts';
import type { FleetSecret, FleetTab } from '../rotation-fleet/fleet-secret.ts';
import type { SecretDetail } from '../secret.ts';
import type { SearchedStream } from '../timeline/searched.ts';
import type { SecretVersion } from '../version.ts';

/** The table: which regions were listed, the row with the focus, and what is selected. */
export interface SecretsView {
  readonly kind: 'secrets';
  readonly regions: readonly string[];
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
  /** What of CloudTrail was read, in the region of the primary. */
  readonly streams: readonly SearchedStream[];
  readonly tab: string | null;
}

/** What is known of one region's rotations. */
export interface RotationRegion {
  readonly region: string;
  readonly streams: readonly SearchedStream[];
}

/** The page of rotations, and the group that is open. */
export interface RotationView {
  readonly kind: 'rotation';
  readonly listed: readonly string[];
  readonly regions: readonly RotationRegion[];
  readonly group?: { readonly tab: FleetTab; readonly secrets: readonly FleetSecret[] } | undefined;
}

/** The matrix, and the cell that is open or has the focus. */
export interface ReplicationView {
  readonly kind: 'replication';
  readonly listed: readonly string[];
  readonly row?: MatrixRow | undefined;
  readonly region?: string | undefined;
}

/** What the operator looks at, as far as commands can say the same. */
export type CliView = SecretsView | SecretView | RotationView | ReplicationView;

/** One command: what it does at AWS and where. */
export interface CliCommand {
  /** AWS's name of the operation, or what the act is called here. */
  readonly name: string;
  readonly region: string;
  readonly text: string;
}

/** Commands that belong together. */
export interface CliGroup {
  readonly title: string;
  readonly note?: string;
  /** They change something at AWS. */
  readonly changes?: true;
  readonly commands: readonly CliCommand[];
}
