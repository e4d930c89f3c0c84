import { type Case, long, missing, named, type Subject } from './input-case.ts';

const policyOf = (Principal: unknown) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal, Action: 'secretsmanager:GetSecretValue', Resource: '*' }],
  });
const ResourcePolicy = policyOf({ AWS: 'arn:aws:iam::441200879921:root' });
const FUNCTION = 'arn:aws:lambda:us-east-1:441200879921:function:rotate';
const away = [{ Region: 'eu-west-1' }];

/** The operations on all that surrounds a value: policies, tags, replicas, rotation, deletion. */
export const upkeepCases = ({ SecretId }: Subject): Readonly<Record<string, Case>> => ({
  CancelRotateSecret: {
    before: [
      'RotateSecret',
      { SecretId, ExternalSecretRotationRoleArn: 'arn:aws:iam::441200879921:role/partner' },
    ],
    good: { SecretId },
    bad: named(),
  },
  DeleteResourcePolicy: { good: { SecretId }, bad: [missing, long] },
  DeleteSecret: {
    good: { SecretId, RecoveryWindowInDays: 7 },
    bad: [
      ...named(),
      [{ SecretId, RecoveryWindowInDays: 31 }, 'InvalidParameterException', /between 7 and 30 days/],
      [
        { SecretId, RecoveryWindowInDays: 9, ForceDeleteWithoutRecovery: true },
        'InvalidParameterException',
        /in conjunction with RecoveryWindowInDays/,
      ],
    ],
  },
  GetResourcePolicy: { good: { SecretId }, bad: [missing, long] },
  PutResourcePolicy: {
    good: { SecretId, ResourcePolicy, BlockPublicPolicy: true },
    bad: [
      [{ SecretId: 'in/nowhere', ResourcePolicy }, 'ResourceNotFoundException', /can't find/],
      [{ SecretId, ResourcePolicy: '{' }, 'MalformedPolicyDocumentException', /policy/],
      [
        { SecretId, ResourcePolicy: policyOf('*'), BlockPublicPolicy: true },
        'PublicPolicyException',
        /broad access/,
      ],
      [
        { SecretId, ResourcePolicy: policyOf({ AWS: 'arn:aws:iam::441200879921:role/nobody' }) },
        'MalformedPolicyDocumentException',
        /^This resource policy contains an unsupported principal\.$/,
      ],
    ],
  },
  RemoveRegionsFromReplication: {
    good: { SecretId, RemoveReplicaRegions: ['eu-west-1'] },
    bad: [
      ...named({ RemoveReplicaRegions: ['eu-west-1'] }),
      [
        { SecretId, RemoveReplicaRegions: ['Europe'] },
        'ValidationException',
        /'removeReplicaRegions\.1\.member'/,
      ],
    ],
  },
  ReplicateSecretToRegions: {
    good: { SecretId, AddReplicaRegions: away },
    bad: [
      ...named({ AddReplicaRegions: away }),
      [
        { SecretId, AddReplicaRegions: [{ Region: 'us-east-1' }] },
        'InvalidParameterException',
        /Invalid replica/,
      ],
      [
        { SecretId, AddReplicaRegions: [{ Region: 'EU' }] },
        'ValidationException',
        /'addReplicaRegions\.1\.member/,
      ],
    ],
  },
  RestoreSecret: { before: ['DeleteSecret', { SecretId }], good: { SecretId }, bad: named() },
  RotateSecret: {
    good: { SecretId, ExternalSecretRotationRoleArn: 'arn:aws:iam::441200879921:role/partner' },
    bad: [
      ...named(),
      [
        { SecretId, RotationLambdaARN: FUNCTION },
        'AccessDeniedException',
        /cannot invoke the specified Lambda/,
      ],
      [
        { SecretId, RotationRules: { AutomaticallyAfterDays: 1001 } },
        'InvalidParameterException',
        /within 1-1000\.$/,
      ],
      [
        { SecretId, RotationRules: { ScheduleExpression: 'rate(1 hour)' } },
        'InvalidParameterException',
        /4 hours/,
      ],
    ],
  },
  StopReplicationToReplica: {
    before: ['ReplicateSecretToRegions', { SecretId, AddReplicaRegions: away }],
    region: 'eu-west-1',
    good: { SecretId },
    bad: named(),
  },
  TagResource: {
    good: { SecretId, Tags: [{ Key: 'env', Value: '' }] },
    bad: [
      ...named({ Tags: [] }),
      [
        { SecretId, Tags: [{ Key: 'a'.repeat(129), Value: '' }] },
        'ValidationException',
        /'tags\.1\.member\.key'/,
      ],
    ],
  },
  UntagResource: {
    good: { SecretId, TagKeys: ['env'] },
    bad: [
      ...named({ TagKeys: ['env'] }),
      [{ SecretId, TagKeys: ['a'.repeat(129)] }, 'ValidationException', /'tagKeys\.1\.member'/],
    ],
  },
  ValidateResourcePolicy: {
    good: { SecretId, ResourcePolicy },
    bad: [
      ...named({ ResourcePolicy }),
      [
        { ResourcePolicy: '{' },
        'MalformedPolicyDocumentException',
        /^The resource policy has syntax errors\.$/,
      ],
      [{ ResourcePolicy: 'a'.repeat(20_481) }, 'ValidationException', /'resourcePolicy'.*equal to 20480$/],
    ],
  },
});
