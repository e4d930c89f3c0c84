import { eventSpelling } from './parameters.ts';

/** What CloudTrail writes down of one service's calls. */
export interface Recorded {
  readonly eventSource: string;
  /** Whether an operation only reads; AWS's verbs tell, but for a few. */
  readOnly(operation: string): boolean;
  /** The members of a request that are written down, as events spell them. All others may be values. */
  readonly request: ReadonlySet<string>;
  /** The members of an answer that are written down, by operation; every other answer is null. */
  readonly response: ReadonlyMap<string, ReadonlySet<string>>;
  /** Operations that are no management events: CloudTrail's event history does not know them. */
  readonly unrecorded: ReadonlySet<string>;
  /** What events call an operation, where that is another name than the API's. */
  readonly eventNames: Readonly<Record<string, string>>;
}

const READING = /^(Get|BatchGet|List|Describe|Lookup|Validate|Simulate|Filter|Test)/;

function recorded(
  service: string,
  request: string,
  more: {
    readonly response?: Readonly<Record<string, readonly string[]>>;
    readonly reading?: readonly string[];
    readonly unrecorded?: readonly string[];
    readonly eventNames?: Readonly<Record<string, string>>;
  } = {},
): [string, Recorded] {
  const reading = new Set(more.reading);
  const entry: Recorded = {
    eventSource: `${service}.amazonaws.com`,
    readOnly: (operation) => READING.test(operation) || reading.has(operation),
    request: spelled(request.trim().split(/\s+/)),
    response: new Map(Object.entries(more.response ?? {}).map(([name, list]) => [name, spelled(list)])),
    unrecorded: new Set(more.unrecorded),
    eventNames: more.eventNames ?? {},
  };
  return [service, entry];
}

function spelled(members: readonly string[]): ReadonlySet<string> {
  return new Set(members.map(eventSpelling));
}

const named = ['ARN', 'Name'];
const versioned = [...named, 'VersionId'];

/**
 * The services whose calls are recorded, by their signing name. Values never are: a member is written down
 * only when it is named here. Answers as recorded for PutSecretValue and as the guide samples DeleteSecret
 * and CreateSecret (none); the keys of the other answers are not confirmed.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/cloudtrail_log_entries.html
 */
export const catalog: ReadonlyMap<string, Recorded> = new Map([
  recorded(
    'secretsmanager',
    `SecretId Name ClientRequestToken Description KmsKeyId Type Tags TagKeys AddReplicaRegions
     RemoveReplicaRegions ForceOverwriteReplicaSecret VersionId VersionStage VersionStages MoveToVersionId
     RemoveFromVersionId RecoveryWindowInDays ForceDeleteWithoutRecovery RotationLambdaARN RotationRules
     RotateImmediately ExternalSecretRotationRoleArn ResourcePolicy BlockPublicPolicy SecretIdList Filters
     MaxResults NextToken SortBy SortOrder IncludePlannedDeletion IncludeDeprecated PasswordLength
     ExcludeCharacters ExcludeNumbers ExcludePunctuation ExcludeUppercase ExcludeLowercase IncludeSpace
     RequireEachIncludedType`,
    {
      response: {
        CancelRotateSecret: versioned,
        DeleteResourcePolicy: named,
        DeleteSecret: ['Name', 'DeletionDate', 'ARN'],
        PutResourcePolicy: named,
        PutSecretValue: ['ARN'],
        RemoveRegionsFromReplication: ['ARN', 'ReplicationStatus'],
        ReplicateSecretToRegions: ['ARN', 'ReplicationStatus'],
        RestoreSecret: named,
        RotateSecret: versioned,
        StopReplicationToReplica: ['ARN'],
        UpdateSecret: versioned,
        UpdateSecretVersionStage: named,
      },
    },
  ),
  recorded(
    'kms',
    `KeyId AliasName TargetKeyId Description KeySpec KeyUsage Origin MultiRegion Policy PolicyName Tags
     TagKeys PendingWindowInDays EncryptionContext EncryptionAlgorithm NumberOfBytes Limit Marker
     BypassPolicyLockoutSafetyCheck`,
    {
      reading: ['Decrypt', 'Encrypt', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext', 'ReEncrypt'],
      response: {
        CreateKey: ['KeyMetadata'],
        ScheduleKeyDeletion: ['KeyId', 'KeyState', 'DeletionDate', 'PendingWindowInDays'],
        CancelKeyDeletion: ['KeyId'],
      },
    },
  ),
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html; AWS writes the session
  // token of new credentials down too, here it stays out.
  recorded(
    'sts',
    `RoleArn RoleSessionName DurationSeconds ExternalId Policy PolicyArns Tags TransitiveTagKeys
     SourceIdentity ProviderId Name AccessKeyId`,
    {
      reading: ['AssumeRole', 'AssumeRoleWithWebIdentity', 'AssumeRoleWithSAML'],
      response: {
        AssumeRole: ['Credentials', 'AssumedRoleUser', 'SourceIdentity'],
        AssumeRoleWithWebIdentity: [
          'Credentials',
          'AssumedRoleUser',
          'SubjectFromWebIdentityToken',
          'Provider',
          'Audience',
        ],
      },
    },
  ),
  recorded(
    'iam',
    `UserName RoleName GroupName PolicyName PolicyArn PolicyDocument AssumeRolePolicyDocument Path Description
     MaxSessionDuration PermissionsBoundary AccessKeyId Status Tags TagKeys PolicySourceArn ActionNames
     ResourceArns CallerArn PathPrefix Marker MaxItems VersionId SetAsDefault`,
  ),
  recorded('cloudtrail', 'LookupAttributes StartTime EndTime MaxResults NextToken EventCategory'),
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/logging_cw_api_calls_cwl.html
  recorded(
    'logs',
    `LogGroupName LogGroupNames LogGroupIdentifier LogGroupIdentifiers LogGroupNamePrefix LogGroupNamePattern
     LogStreamName LogStreamNames LogStreamNamePrefix LogGroupClass KmsKeyId RetentionInDays StartTime EndTime
     FilterPattern Limit NextToken OrderBy Descending StartFromHead QueryString QueryLanguage QueryId
     LogRecordPointer Tags TagKeys ResourceArn`,
    { unrecorded: ['PutLogEvents'] },
  ),
  // The event history names Lambda's operations with a date behind them.
  // https://docs.aws.amazon.com/lambda/latest/dg/logging-using-cloudtrail.html
  recorded(
    'lambda',
    `FunctionName Qualifier Marker MaxItems StatementId Action Principal SourceAccount Timeout MemorySize Runtime
     Handler Role ReservedConcurrentExecutions VpcConfig KMSKeyArn`,
    {
      eventNames: {
        GetFunctionConfiguration: 'GetFunctionConfiguration20150331v2',
        GetPolicy: 'GetPolicy20150331v2',
        ListFunctions: 'ListFunctions20150331',
        AddPermission: 'AddPermission20150331v2',
        RemovePermission: 'RemovePermission20150331v2',
        UpdateFunctionConfiguration: 'UpdateFunctionConfiguration20150331v2',
        CreateFunction: 'CreateFunction20150331',
        DeleteFunction: 'DeleteFunction20150331',
        PutFunctionConcurrency: 'PutFunctionConcurrency20171031',
        DeleteFunctionConcurrency: 'DeleteFunctionConcurrency20171031',
      },
    },
  ),
  // EC2 is not served: a world may tell of calls that had an effect on secrets.
  recorded(
    'ec2',
    `DeleteVpcEndpointsRequest CreateVpcEndpointRequest GroupId IpPermissions SecurityGroupRuleIds`,
  ),
  recorded('account', 'AccountId RegionOptStatusContains RegionName MaxResults NextToken'),
]);
