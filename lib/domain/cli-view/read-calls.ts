import type { AwsCall } from '../aws-call.ts';
import type { SearchedStream } from '../timeline/searched.ts';
import type { CliCommand } from './cli-view.ts';

/** A call that a page has made, and when it had the answer. */
export const made = (call: AwsCall, at?: string): CliCommand => ({ name: call.operation, calls: [call], at });

/**
 * The call that says whose credentials a shell has.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export const callerCall = (region: string): AwsCall => ({
  service: 'sts',
  operation: 'GetCallerIdentity',
  region,
});

/**
 * The call that lists the regions of the account, in the one region of its partition that answers it.
 * https://docs.aws.amazon.com/accounts/latest/reference/API_ListRegions.html
 */
export const regionsCall = (region: string): AwsCall => ({
  service: 'account',
  operation: 'ListRegions',
  region,
  input: { RegionOptStatusContains: ['ENABLED', 'ENABLED_BY_DEFAULT'] },
  pages: { size: 50 },
});

/**
 * The call that lists a region's secrets, those scheduled for deletion included, 100 a page.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecrets.html
 */
export const listCall = (region: string): AwsCall => ({
  service: 'secretsmanager',
  operation: 'ListSecrets',
  region,
  input: { IncludePlannedDeletion: true },
  pages: { size: 100 },
});

/**
 * The call that lists all versions of a secret, unlabelled ones included.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecretVersionIds.html
 */
export const versionsCall = (region: string, arn: string): AwsCall => ({
  service: 'secretsmanager',
  operation: 'ListSecretVersionIds',
  region,
  input: { SecretId: arn, IncludeDeprecated: true },
});

/**
 * The call that reads a secret's resource policy.
 * https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetResourcePolicy.html
 */
export const policyCall = (region: string, arn: string): AwsCall => ({
  service: 'secretsmanager',
  operation: 'GetResourcePolicy',
  region,
  input: { SecretId: arn },
});

/**
 * The call that reads a KMS key's state, in the region of its ARN where it is named by one.
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html
 */
export const keyCall = (region: string, key: string): AwsCall => ({
  service: 'kms',
  operation: 'DescribeKey',
  region: /^arn:[^:]+:kms:([^:]+):/.exec(key)?.[1] ?? region,
  input: { KeyId: key },
});

/**
 * The calls that a rotation function is read with, in the region of its ARN; the first alone for its configuration.
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetPolicy.html
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConcurrency.html
 */
export const functionCalls = (arn: string): [AwsCall, AwsCall, AwsCall] => [
  ofFunction('GetFunctionConfiguration', arn),
  ofFunction('GetPolicy', arn),
  ofFunction('GetFunctionConcurrency', arn),
];

const ofFunction = (operation: string, arn: string): AwsCall => ({
  service: 'lambda',
  operation,
  region: arn.split(':')[3] ?? '',
  input: { FunctionName: arn },
});

/** So many events CloudTrail gives a page, as Keyturn asks for them. */
const PAGE = 50;

/** What was looked up in CloudTrail's event history: by one attribute, between two instants (ISO), so many pages. */
interface Lookup {
  readonly key?: 'EventName' | 'ResourceName';
  readonly value: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly pages: number;
}

/**
 * The call that looks up what was read of CloudTrail's event history: as many pages, and no event that has come since.
 * https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html
 */
export const lookupCall = (
  region: string,
  { key = 'EventName', value, from, to, pages }: Lookup,
): AwsCall => ({
  service: 'cloudtrail',
  operation: 'LookupEvents',
  region,
  input: {
    LookupAttributes: [{ AttributeKey: key, AttributeValue: value }],
    StartTime: from || undefined,
    EndTime: to || undefined,
  },
  pages: { most: PAGE * Math.max(1, pages) },
});

/** One LookupEvents for each way of looking that was read; `resource` is the one by the ARN. */
export const lookups = (
  region: string,
  arn: string,
  streams: readonly SearchedStream[],
): readonly CliCommand[] =>
  streams.map(({ name, from, to, complete, pages }) => {
    // What was read to its end has no earliest instant: CloudTrail keeps no more.
    const span = { from: complete ? undefined : from, to, pages };
    const call =
      name === 'resource'
        ? lookupCall(region, { key: 'ResourceName', value: arn, ...span })
        : lookupCall(region, { value: name, ...span });
    return made(call, to || undefined);
  });
