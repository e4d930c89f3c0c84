/** So many calls a second, for one or several operations together. */
export interface Rate {
  readonly group: string;
  readonly perSecond: number;
}

/** Where AWS publishes no figure, or one no console comes near. */
const GENEROUS = 10_000;

// https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html
const SECRETS_MANAGER: readonly [perSecond: number, ...operations: string[]][] = [
  [40_000, 'DescribeSecret'],
  [10_000, 'GetSecretValue'],
  [100, 'BatchGetSecretValue'],
  [100, 'ListSecrets'],
  [50, 'ListSecretVersionIds'],
  [50, 'CreateSecret'],
  [50, 'DeleteSecret'],
  [50, 'RestoreSecret'],
  [50, 'GetRandomPassword'],
  [50, 'RotateSecret', 'CancelRotateSecret'],
  [
    50,
    'PutSecretValue',
    'UpdateSecret',
    'UpdateSecretVersionStage',
    'ReplicateSecretToRegions',
    'RemoveRegionsFromReplication',
    'StopReplicationToReplica',
  ],
  [50, 'GetResourcePolicy', 'PutResourcePolicy', 'DeleteResourcePolicy', 'ValidateResourcePolicy'],
  [50, 'TagResource', 'UntagResource'],
];

const secretsManager: ReadonlyMap<string, Rate> = new Map(
  SECRETS_MANAGER.flatMap(([perSecond, ...operations]) =>
    operations.map((operation) => [operation, { group: operations[0]!, perSecond }] as const),
  ),
);

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html; the rates of StartQuery
// and StopQuery are not confirmed.
const LOGS: Readonly<Record<string, (region: string) => number>> = {
  FilterLogEvents: (region) => {
    if (region === 'us-east-1') return 25;
    return SLOW_FILTER.has(region) ? 5 : 10;
  },
  GetLogEvents: (region) => {
    if (region === 'eu-west-3') return 30;
    return SLOW_GET.has(region) ? 10 : 25;
  },
  DescribeLogStreams: () => 25,
  DescribeLogGroups: () => 10,
  GetQueryResults: () => 10,
  StartQuery: () => 5,
  StopQuery: () => 5,
};
const SLOW_FILTER = new Set([
  'ap-northeast-3',
  'ap-southeast-3',
  'ca-west-1',
  'eu-central-1',
  'il-central-1',
]);
const SLOW_GET = new Set([...SLOW_FILTER, 'us-west-2', 'eu-west-1']);

/** The rate a call counts against, of its account in its region. */
export function rateOf(service: string, operation: string, region: string): Rate {
  if (service === 'secretsmanager') {
    return secretsManager.get(operation) ?? { group: operation, perSecond: GENEROUS };
  }
  // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html
  if (service === 'cloudtrail') return { group: operation, perSecond: 2 };
  if (service === 'logs' && Object.hasOwn(LOGS, operation)) {
    return { group: operation, perSecond: LOGS[operation]!(region) };
  }
  return { group: '', perSecond: GENEROUS };
}
