import type { AwsCall } from '../aws-call.ts';
import { cliText } from '../cli.ts';

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

/** The same call, as it can be written for every tool. */
export const asAwsCall = (call: ReplicationCall): AwsCall => ({ service: 'secretsmanager', ...call });

/**
 * The AWS CLI command that makes the same call in the same region.
 * https://docs.aws.amazon.com/cli/latest/reference/secretsmanager/replicate-secret-to-regions.html
 */
export const replicationCommand = (call: ReplicationCall): string => cliText(asAwsCall(call));
