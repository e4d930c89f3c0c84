import { shellWord } from '../cli.ts';

/**
 * The AWS CLI command that says whose credentials a shell has.
 * https://docs.aws.amazon.com/cli/latest/reference/sts/get-caller-identity.html
 */
export const callerCommand = (region: string): string =>
  `aws sts get-caller-identity --region ${shellWord(region)}`;

/**
 * The AWS CLI command that lists a region's secrets, those scheduled for deletion included, 100 a page.
 * https://docs.aws.amazon.com/cli/latest/reference/secretsmanager/list-secrets.html
 */
export const listCommand = (region: string): string =>
  `aws secretsmanager list-secrets --region ${shellWord(region)} --include-planned-deletion --page-size 100`;

/**
 * The AWS CLI command that lists all versions of a secret, unlabelled ones included.
 * https://docs.aws.amazon.com/cli/latest/reference/secretsmanager/list-secret-version-ids.html
 */
export const versionsCommand = (region: string, arn: string): string =>
  [
    'aws secretsmanager list-secret-version-ids',
    `--region ${shellWord(region)}`,
    `--secret-id ${shellWord(arn)}`,
    '--include-deprecated',
  ].join(' \\\n  ');

/**
 * The AWS CLI command that reads a secret's resource policy.
 * https://docs.aws.amazon.com/cli/latest/reference/secretsmanager/get-resource-policy.html
 */
export const policyCommand = (region: string, arn: string): string =>
  `aws secretsmanager get-resource-policy --region ${shellWord(region)} --secret-id ${shellWord(arn)}`;

/**
 * The AWS CLI command that reads a KMS key's state, in the region of its ARN where it is named by one.
 * https://docs.aws.amazon.com/cli/latest/reference/kms/describe-key.html
 */
export function keyCommand(region: string, key: string): string {
  const own = /^arn:[^:]+:kms:([^:]+):/.exec(key)?.[1] ?? region;
  return `aws kms describe-key --region ${shellWord(own)} --key-id ${shellWord(key)}`;
}

/**
 * The AWS CLI command that reads a Lambda function's configuration, in the region of its ARN.
 * https://docs.aws.amazon.com/cli/latest/reference/lambda/get-function-configuration.html
 */
export function functionCommand(arn: string): string {
  const region = arn.split(':')[3] ?? '';
  return `aws lambda get-function-configuration --region ${shellWord(region)} --function-name ${shellWord(arn)}`;
}

/** So many events CloudTrail gives a page, as Keyturn asks for them. */
const PAGE = 50;

/**
 * The AWS CLI command that looks up as many pages of CloudTrail's event history, 50 events each.
 * https://docs.aws.amazon.com/cli/latest/reference/cloudtrail/lookup-events.html
 */
export function lookupCommand(
  region: string,
  key: 'EventName' | 'ResourceName',
  value: string,
  pages: number,
): string {
  // The short form has its own meaning for `=` and `,`, which names may hold.
  const attribute = /^[\w/.:@+-]+$/.test(value)
    ? `AttributeKey=${key},AttributeValue=${value}`
    : JSON.stringify([{ AttributeKey: key, AttributeValue: value }]);
  return [
    'aws cloudtrail lookup-events',
    `--region ${shellWord(region)}`,
    `--lookup-attributes ${shellWord(attribute)}`,
    `--max-items ${PAGE * Math.max(1, pages)}`,
  ].join(' \\\n  ');
}
