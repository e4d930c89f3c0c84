import type { AwsCall } from '../aws-call.ts';
import type { RotationRulesInput } from '../rotation/rotation-call.ts';
import { replicaBlock } from './declared-secret.ts';
import { block } from './hcl.ts';

/** What Terraform has for a call: a block, a sentence, or both. */
interface DeclaredAct {
  readonly text?: string;
  readonly says: string;
}

interface Given {
  readonly SecretId?: string;
  readonly RotationLambdaARN?: string;
  readonly RotationRules?: RotationRulesInput;
  readonly RotateImmediately?: boolean;
  readonly AddReplicaRegions?: readonly { readonly Region: string; readonly KmsKeyId?: string }[];
  readonly ForceOverwriteReplicaSecret?: boolean;
  readonly RemoveReplicaRegions?: readonly string[];
}

/**
 * What would make AWS get to the same by Terraform, where it has something for it.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/secretsmanager_secret
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/secretsmanager_secret_rotation
 */
export function declaredAct({ operation, input }: AwsCall): DeclaredAct {
  const given: Given = input ?? {};
  switch (operation) {
    case 'RotateSecret':
      return given.RotationRules ? rotation(given, given.RotationRules) : { says: NO_ROTATION };
    case 'CancelRotateSecret':
      return { says: 'Take the resource aws_secretsmanager_secret_rotation of this secret out.' };
    case 'ReplicateSecretToRegions':
      return {
        says: 'Into the resource aws_secretsmanager_secret of this secret:',
        text: [
          ...(given.ForceOverwriteReplicaSecret ? ['force_overwrite_replica_secret = true'] : []),
          ...(given.AddReplicaRegions ?? []).map(({ Region, KmsKeyId }) => {
            const one = replicaBlock({ region: Region, kmsKeyId: KmsKeyId });
            return 'body' in one ? block(one.name, one.body) : '';
          }),
        ].join('\n\n'),
      };
    case 'RemoveRegionsFromReplication':
      return {
        says: `Take the replica block of ${given.RemoveReplicaRegions?.join(', ')} out of the resource aws_secretsmanager_secret of this secret.`,
      };
    case 'PutSecretValue':
      return {
        says: 'Terraform takes a value from its configuration; none is written here. Put it by the AWS CLI, from a file.',
      };
    case 'StopReplicationToReplica':
      return { says: 'Terraform has no promotion of a replica.' };
    default:
      return {
        says: 'Terraform moves a staging label only together with a value in its configuration; no value is written here.',
      };
  }
}

const NO_ROTATION = 'Terraform declares a schedule and begins no single rotation.';

const rotation = (
  { SecretId, RotationLambdaARN, RotateImmediately }: Given,
  { ScheduleExpression, AutomaticallyAfterDays, Duration }: RotationRulesInput,
): DeclaredAct => ({
  says: 'The schedule as it is filled in now:',
  text: block('resource "aws_secretsmanager_secret_rotation" "this"', [
    { name: 'secret_id', value: SecretId },
    { name: 'rotation_lambda_arn', value: RotationLambdaARN },
    { name: 'rotate_immediately', value: RotateImmediately },
    {
      name: 'rotation_rules',
      body: [
        { name: 'schedule_expression', value: ScheduleExpression },
        { name: 'automatically_after_days', value: AutomaticallyAfterDays },
        { name: 'duration', value: Duration },
      ],
    },
  ]),
});
