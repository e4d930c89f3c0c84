import type { Operation } from '../../operation.ts';
import { invalidParameter } from './errors.ts';
import { flag, list, readInput, required } from './fields.ts';
import { regionCode, replicaRegions, secretId } from './members.ts';
import { planReplicas } from './replica-plan.ts';
import { requireRegionCodes, wantedRegions } from './replica-regions.ts';
import { addReplicas, removeReplica, replicationStatus } from './replicas.ts';
import { replicaContext } from './request-context.ts';
import { openForChange, openLive } from './secrets.ts';
import { secretsIn } from './state.ts';

/**
 * ReplicateSecretToRegions:
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ReplicateSecretToRegions.html
 */
export const replicateSecretToRegions: Operation = (input, call) => {
  const read = readInput(input, {
    SecretId: secretId,
    AddReplicaRegions: required(replicaRegions),
    ForceOverwriteReplicaSecret: flag(),
  });
  const context = replicaContext(read.AddReplicaRegions, read.ForceOverwriteReplicaSecret);
  const secret = openForChange(call, read.SecretId, context);
  const wanted = wantedRegions(read.AddReplicaRegions);
  addReplicas(call, secret, planReplicas(call, secret, wanted, read.ForceOverwriteReplicaSecret));
  return { ARN: secret.arn, ReplicationStatus: replicationStatus(call, secret) };
};

/**
 * RemoveRegionsFromReplication: the replicas are gone at once, without a recovery window.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RemoveRegionsFromReplication.html
 */
export const removeRegionsFromReplication: Operation = (input, call) => {
  const read = readInput(input, {
    SecretId: secretId,
    RemoveReplicaRegions: required(list(required(regionCode), { min: 1, max: 100 })),
  });
  const secret = openForChange(call, read.SecretId);
  requireRegionCodes(read.RemoveReplicaRegions);
  // A region without a replica is passed over, as emulators have it; AWS's answer is not recorded.
  for (const region of read.RemoveReplicaRegions) removeReplica(call, secret, region);
  return { ARN: secret.arn, ReplicationStatus: replicationStatus(call, secret) };
};

/**
 * StopReplicationToReplica, called where the replica is: it becomes a secret of its own.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_StopReplicationToReplica.html
 */
export const stopReplicationToReplica: Operation = (input, call) => {
  const read = readInput(input, { SecretId: secretId });
  const secret = openLive(call, read.SecretId);
  if (!secret.following) {
    // The documented precondition; its wording is not recorded.
    throw invalidParameter('Operation not permitted on a primary secret.');
  }
  const { primaryRegion } = secret.following;
  const primary = secretsIn(call.state.secretsManager, secret.account, primaryRegion).get(secret.name);
  primary?.replicas.delete(secret.region);
  secret.following = undefined;
  return { ARN: secret.arn };
};
