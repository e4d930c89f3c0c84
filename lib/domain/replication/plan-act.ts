import { arnInRegion, parseSecretArn } from '../arn.ts';
import type { Cell, MatrixRow } from './cell.ts';
import { isSeen } from './judge-cell.ts';
import type { ReplicationCall } from './replication-call.ts';

/** What can be done with one region of a secret; `replace` removes a replica and adds it again. */
export type ActKind = 'add' | 'retry' | 'replace' | 'change-key' | 'remove' | 'promote';

/** Why an act cannot be done now. */
export type ActRefusal =
  | 'primary-unread'
  | 'primary-unreadable'
  | 'is-primary'
  | 'already-there'
  | 'not-a-replica'
  | 'nothing-to-retry'
  | 'deletion-scheduled'
  | 'other-partition'
  | 'no-region-left';

/** What an act sends to AWS, one call after another, or why there is none. */
export type ActPlan =
  | { readonly possible: false; readonly because: ActRefusal }
  | {
      readonly possible: true;
      readonly calls: readonly ReplicationCall[];
      /** Cannot be taken back: the name is typed, whether the secret is protected or not. */
      readonly final: boolean;
    };

/** What an operator chooses for an act. */
export interface ActChoice {
  /** A KMS key of the replica's region; empty: the region's own `aws/secretsmanager`. */
  readonly key?: string;
  readonly overwrite?: boolean;
}

/** The calls of an act on one region of a secret. Changes nothing. */
export function planAct(kind: ActKind, row: MatrixRow, region: string, choice: ActChoice = {}): ActPlan {
  if (region === '') return { possible: false, because: 'no-region-left' };
  const cell = row.cells.find((one) => one.region === region);
  const because = cell ? refusal(kind, row, cell) : 'not-a-replica';
  if (because) return { possible: false, because };
  const { key: arn, primaryRegion } = row.secret;
  const overwrite = choice.overwrite === true && (kind === 'add' || kind === 'retry');
  const replicate: ReplicationCall = {
    operation: 'ReplicateSecretToRegions',
    region: primaryRegion,
    input: {
      SecretId: arn,
      AddReplicaRegions: [{ Region: region, ...(choice.key ? { KmsKeyId: choice.key } : {}) }],
      ...(overwrite ? { ForceOverwriteReplicaSecret: true } : {}),
    },
  };
  const remove: ReplicationCall = {
    operation: 'RemoveRegionsFromReplication',
    region: primaryRegion,
    input: { SecretId: arn, RemoveReplicaRegions: [region] },
  };
  const stop: ReplicationCall = {
    operation: 'StopReplicationToReplica',
    region,
    input: { SecretId: arnInRegion(arn, region) },
  };
  const calls = {
    add: [replicate],
    retry: [replicate],
    'change-key': [replicate],
    replace: [remove, replicate],
    remove: [remove],
    promote: [stop],
  }[kind];
  return {
    possible: true,
    calls,
    final: overwrite || kind === 'replace' || kind === 'remove' || kind === 'promote',
  };
}

/** A row that has a cell for a region: one that has no column yet holds nothing. */
export function withRegion(row: MatrixRow, region: string): MatrixRow {
  if (row.cells.some((cell) => cell.region === region)) return row;
  return { ...row, cells: [...row.cells, { region, state: 'none' }] };
}

/** Why the primary can be asked for no change of its replication now; it alone can be asked. */
export function primaryRefusal({ primary }: Pick<MatrixRow, 'primary'>): ActRefusal | undefined {
  if (primary === undefined) return 'primary-unread';
  if (!isSeen(primary)) return 'primary-unreadable';
  return primary.deleted ? 'deletion-scheduled' : undefined;
}

function refusal(kind: ActKind, row: MatrixRow, cell: Cell): ActRefusal | undefined {
  const { secret } = row;
  if (cell.region === secret.primaryRegion) return 'is-primary';
  if (kind === 'promote') return isCopy(cell) ? undefined : 'not-a-replica';
  const because = primaryRefusal(row);
  if (because) return because;
  if (kind === 'add') {
    if (cell.report) return 'already-there';
    return samePartition(secret.key, cell.region) ? undefined : 'other-partition';
  }
  if (!cell.report) return 'not-a-replica';
  if (kind === 'retry' && !['failed', 'behind', 'missing'].includes(cell.state)) return 'nothing-to-retry';
  return undefined;
}

/** Whether a replica is known to be there, and not another secret of the same name. */
export function isCopy({ state, serves, source, twin }: Cell): boolean {
  const there = serves !== undefined || source === 'read';
  return there && !twin && state !== 'primary' && state !== 'none' && state !== 'missing';
}

// GovCloud and China replicate only among themselves.
// https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html
function samePartition(arn: string, region: string): boolean {
  const of = (name: string) =>
    name.startsWith('cn-') ? 'aws-cn' : name.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
  return parseSecretArn(arn)?.partition === of(region);
}
