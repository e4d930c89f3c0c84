import type { SecretRow } from '../secret.ts';
import { block, type Hcl } from './hcl.ts';

/** A copy, and the key chosen there. */
interface Copy {
  readonly region: string;
  readonly kmsKeyId?: string | undefined;
}

// By what AWS puts after the name, and not by the name: that is masked on a screen that is shared.
const labelOf = (arn: string) => `secret_${arn.slice(arn.lastIndexOf('-') + 1)}`;

/** A `replica` block; the default key is not named. */
export const replicaBlock = ({ region, kmsKeyId }: Copy): Hcl => ({
  name: 'replica',
  body: [
    { name: 'region', value: region },
    { name: 'kms_key_id', value: kmsKeyId?.endsWith('alias/aws/secretsmanager') ? undefined : kmsKeyId },
  ],
});

/**
 * A secret as it is now, as Terraform declares and takes it over: its metadata, replicas and rotation, never a value.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/secretsmanager_secret
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/secretsmanager_secret_rotation
 */
export function declaredSecret(secret: SecretRow, copies: readonly Copy[]): string {
  const label = labelOf(secret.arn);
  const own = Object.entries(secret.tags).filter(([key]) => !key.startsWith('aws:'));
  const address = `aws_secretsmanager_secret.${label}`;
  return [
    `# By a provider "aws" of region ${secret.region}.`,
    taken(address, secret.arn),
    block(`resource "aws_secretsmanager_secret" "${label}"`, [
      { name: 'name', value: secret.name },
      { name: 'description', value: secret.description || undefined },
      { name: 'kms_key_id', value: secret.kmsKeyId },
      { name: 'type', value: secret.type },
      ...(own.length > 0 ? [{ name: 'tags', map: Object.fromEntries(own) }] : []),
      ...copies.map(replicaBlock),
    ]),
    ...rotationOf(secret, label, address),
  ].join('\n\n');
}

// Whoever takes over what is set wants no rotation by it: it would begin one by default.
function rotationOf({ arn, rotation }: SecretRow, label: string, address: string): string[] {
  const { enabled, functionArn, schedule, everyDays, duration } = rotation;
  if (!enabled || (schedule === undefined && everyDays === undefined)) return [];
  return [
    taken(`aws_secretsmanager_secret_rotation.${label}`, arn),
    block(`resource "aws_secretsmanager_secret_rotation" "${label}"`, [
      { name: 'secret_id', value: { to: `${address}.id` } },
      { name: 'rotation_lambda_arn', value: functionArn },
      { name: 'rotate_immediately', value: false },
      {
        name: 'rotation_rules',
        body: [
          schedule === undefined
            ? { name: 'automatically_after_days', value: everyDays }
            : { name: 'schedule_expression', value: schedule },
          { name: 'duration', value: duration },
        ],
      },
    ]),
  ];
}

const taken = (to: string, id: string) =>
  block('import', [
    { name: 'to', value: { to } },
    { name: 'id', value: id },
  ]);
