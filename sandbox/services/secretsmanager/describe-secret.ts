import type { Json, Operation } from '../../operation.ts';
import { readInput } from './fields.ts';
import { labelMap } from './labels.ts';
import { secretId } from './members.ts';
import { primaryRegionOf, replicationStatus } from './replicas.ts';
import { openSecret } from './secrets.ts';
import type { Secret } from './state.ts';
import { present, seconds } from './wire.ts';

/** DescribeSecret: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html */
export const describeSecret: Operation = (input, call) => {
  const read = readInput(input, { SecretId: secretId });
  // No check for deletion: a secret that waits for it can still be described.
  const secret = openSecret(call, read.SecretId);
  return present({
    ...metadataOf(secret),
    VersionIdsToStages: stagesOf(secret),
    ReplicationStatus: secret.replicas.size > 0 ? replicationStatus(call, secret) : undefined,
  });
};

/** The labelled versions of a secret; absent while it has none, as on AWS. */
export function stagesOf(secret: Secret): Json | undefined {
  const stages = labelMap(secret.content.versions);
  return Object.keys(stages).length > 0 ? stages : undefined;
}

/** What DescribeSecret and an entry of ListSecrets both show. */
export function metadataOf(secret: Secret): Json {
  const { content } = secret;
  const { rotation } = content;
  return {
    ARN: secret.arn,
    Name: secret.name,
    Type: content.type,
    Description: content.description,
    KmsKeyId: secret.kmsKeyId,
    RotationEnabled: rotation?.RotationEnabled,
    RotationLambdaARN: rotation?.RotationLambdaARN,
    RotationRules: rotation?.RotationRules && present({ ...rotation.RotationRules }),
    ExternalSecretRotationMetadata: rotation?.ExternalSecretRotationMetadata,
    ExternalSecretRotationRoleArn: rotation?.ExternalSecretRotationRoleArn,
    LastRotatedDate: rotation?.lastRotatedDate && seconds(rotation.lastRotatedDate),
    LastChangedDate: seconds(content.changedDate),
    LastAccessedDate: secret.lastAccessedDate && seconds(secret.lastAccessedDate),
    // The day the secret will be gone, as DescribeSecret's page defines it.
    DeletedDate: secret.deletionDue && seconds(secret.deletionDue),
    NextRotationDate: rotation?.nextRotationDate && seconds(rotation.nextRotationDate),
    Tags: content.tags,
    OwningService: secret.owningService,
    CreatedDate: seconds(secret.createdDate),
    PrimaryRegion: primaryRegionOf(secret),
  };
}
