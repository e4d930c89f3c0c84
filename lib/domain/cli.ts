/** Quotes one word for a POSIX shell; words that need no quotes stay readable. */
export function shellWord(text: string): string {
  return /^[A-Za-z0-9_/.:=@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A label move as door one sends it. */
export interface LabelMoveInput {
  readonly SecretId: string;
  readonly VersionStage: string;
  readonly RemoveFromVersionId?: string | undefined;
  /** Absent: the label is taken off. */
  readonly MoveToVersionId?: string | undefined;
}

/**
 * The AWS CLI command that makes the same call in the same region.
 * https://docs.aws.amazon.com/cli/latest/reference/secretsmanager/update-secret-version-stage.html
 */
export function labelMoveCommand(region: string, input: LabelMoveInput): string {
  return [
    'aws secretsmanager update-secret-version-stage',
    `--region ${shellWord(region)}`,
    `--secret-id ${shellWord(input.SecretId)}`,
    `--version-stage ${shellWord(input.VersionStage)}`,
    ...(input.RemoveFromVersionId
      ? [`--remove-from-version-id ${shellWord(input.RemoveFromVersionId)}`]
      : []),
    ...(input.MoveToVersionId ? [`--move-to-version-id ${shellWord(input.MoveToVersionId)}`] : []),
  ].join(' \\\n  ');
}

/**
 * The AWS CLI command that puts a value from a file: a value in a command would stay in the shell's history.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/security_cli-exposure-risks.html
 */
export function putCommand(
  region: string,
  {
    arn,
    token,
    label,
    binary,
  }: {
    readonly arn: string;
    readonly token: string;
    readonly label?: string | undefined;
    /** The value in force is binary: then a file of bytes, which no form can write. */
    readonly binary?: boolean | undefined;
  },
): string {
  return [
    'aws secretsmanager put-secret-value',
    `--region ${shellWord(region)}`,
    `--secret-id ${shellWord(arn)}`,
    `--client-request-token ${shellWord(token)}`,
    ...(label === undefined ? [] : [`--version-stages ${shellWord(label)}`]),
    binary ? '--secret-binary fileb://value.bin' : '--secret-string file://value.txt',
  ].join(' \\\n  ');
}

/**
 * The AWS CLI command that reads a secret's metadata where it lives.
 * https://docs.aws.amazon.com/cli/latest/reference/secretsmanager/describe-secret.html
 */
export function describeCommand(region: string, arn: string): string {
  return `aws secretsmanager describe-secret --region ${shellWord(region)} --secret-id ${shellWord(arn)}`;
}
