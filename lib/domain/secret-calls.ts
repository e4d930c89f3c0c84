import type { AwsCall } from './aws-call.ts';

/** A label move as door one sends it. */
export interface LabelMoveInput {
  readonly SecretId: string;
  readonly VersionStage: string;
  readonly RemoveFromVersionId?: string | undefined;
  /** Absent: the label is taken off. */
  readonly MoveToVersionId?: string | undefined;
}

/**
 * The call that moves a label, or takes it off.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecretVersionStage.html
 */
export const labelMoveCall = (region: string, input: LabelMoveInput): AwsCall => ({
  service: 'secretsmanager',
  operation: 'UpdateSecretVersionStage',
  region,
  input: {
    SecretId: input.SecretId,
    VersionStage: input.VersionStage,
    RemoveFromVersionId: input.RemoveFromVersionId,
    MoveToVersionId: input.MoveToVersionId,
  },
});

/** A value that is put, but for the value. */
interface PutOrder {
  readonly arn: string;
  readonly token: string;
  readonly label?: string | undefined;
  /** The value in force is binary: then a file of bytes, which no form can write. */
  readonly binary?: boolean | undefined;
}

/**
 * The call that puts a value from a file: a value in a command would stay in the shell's history.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/security_cli-exposure-risks.html
 */
export const putCall = (region: string, { arn, token, label, binary }: PutOrder): AwsCall => ({
  service: 'secretsmanager',
  operation: 'PutSecretValue',
  region,
  input: {
    SecretId: arn,
    ClientRequestToken: token,
    VersionStages: label === undefined ? undefined : [label],
    ...(binary
      ? { SecretBinary: { file: 'value.bin', bytes: true } }
      : { SecretString: { file: 'value.txt' } }),
  },
});

/**
 * The call that reads a secret's metadata where it lives.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html
 */
export const describeCall = (region: string, arn: string): AwsCall => ({
  service: 'secretsmanager',
  operation: 'DescribeSecret',
  region,
  input: { SecretId: arn },
});
