import { shellWord } from '../cli.ts';

/** One call to AWS that changes a replication, as door one sends it. */
export type ReplicationCall =
  | {
      readonly operation: 'ReplicateSecretToRegions';
      readonly region: string;
      readonly input: {
        readonly SecretId: string;
        readonly AddReplicaRegions: { readonly Region: string; readonly KmsKeyId?: string }[];
        readonly ForceOverwriteReplicaSecret?: boolean;
      };
    }
  | {
      readonly operation: 'RemoveRegionsFromReplication';
      readonly region: string;
      readonly input: { readonly SecretId: string; readonly RemoveReplicaRegions: string[] };
    }
  | {
      readonly operation: 'StopReplicationToReplica';
      /** The replica's own: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_StopReplicationToReplica.html */
      readonly region: string;
      readonly input: { readonly SecretId: string };
    };

/**
 * The AWS CLI command that makes the same call in the same region.
 * https://docs.aws.amazon.com/cli/latest/reference/secretsmanager/replicate-secret-to-regions.html
 */
export function replicationCommand(call: ReplicationCall): string {
  return [
    `aws secretsmanager ${NAMES[call.operation]}`,
    `--region ${shellWord(call.region)}`,
    ...words(call),
  ].join(' \\\n  ');
}

const NAMES = {
  ReplicateSecretToRegions: 'replicate-secret-to-regions',
  RemoveRegionsFromReplication: 'remove-regions-from-replication',
  StopReplicationToReplica: 'stop-replication-to-replica',
} as const;

function words({ operation, input }: ReplicationCall): string[] {
  const secret = `--secret-id ${shellWord(input.SecretId)}`;
  if (operation === 'StopReplicationToReplica') return [secret];
  if (operation === 'RemoveRegionsFromReplication') {
    return [secret, `--remove-replica-regions ${input.RemoveReplicaRegions.map(shellWord).join(' ')}`];
  }
  const regions = input.AddReplicaRegions.map(({ Region, KmsKeyId }) =>
    shellWord(KmsKeyId ? `Region=${Region},KmsKeyId=${KmsKeyId}` : `Region=${Region}`),
  );
  return [
    secret,
    `--add-replica-regions ${regions.join(' ')}`,
    ...(input.ForceOverwriteReplicaSecret ? ['--force-overwrite-replica-secret'] : []),
  ];
}
