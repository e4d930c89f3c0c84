import { type Case, named, type Subject } from './input-case.ts';

/** The operations on values, versions and lists of them. */
export const valueCases = ({ SecretId, first, second }: Subject): Readonly<Record<string, Case>> => ({
  BatchGetSecretValue: {
    good: { SecretIdList: [SecretId] },
    bad: [
      [{}, 'InvalidParameterException', /'SecretIdList' or 'Filters' must be provided/],
      [{ SecretIdList: [] }, 'ValidationException', /'\[\]' at 'secretIdList'.*greater than or equal to 1$/],
      [{ SecretIdList: [SecretId], MaxResults: 3 }, 'InvalidParameterException', /'Filters' not specified/],
      [{ Filters: [{ Key: 'name' }] }, 'InvalidParameterException', /^Invalid filter values for key: name$/],
    ],
  },
  CreateSecret: {
    good: { Name: `${SecretId}/new`, SecretString: 'one', Tags: [{ Key: 'env', Value: 'prod' }] },
    bad: [
      [{ Name: 'what?' }, 'ValidationException', /^Invalid name\./],
      [{ Name: SecretId }, 'ResourceExistsException', /already exists\.$/],
      [
        { Name: 'in/both', SecretString: 'a', SecretBinary: 'YQ==' },
        'InvalidParameterException',
        /both a binary/,
      ],
      [
        { Name: 'in/long', SecretString: 'a'.repeat(65_537) },
        'ValidationException',
        /'secretString'.*65536$/,
      ],
      [{ Name: 'in/tag', Tags: [{ Key: 'aws:x', Value: '' }] }, 'InvalidParameterException', /aws:/],
      [
        { Name: 'in/own', AddReplicaRegions: [{ Region: 'us-east-1' }] },
        'InvalidParameterException',
        /Invalid rep/,
      ],
      [{ Name: 'in/key', KmsKeyId: 'alias/none' }, 'InvalidParameterException', /KMS key/],
    ],
  },
  DescribeSecret: { good: { SecretId }, bad: named() },
  GetRandomPassword: {
    good: { PasswordLength: 20, IncludeSpace: true },
    bad: [
      [{ PasswordLength: 4097 }, 'ValidationException', /'4097' at 'passwordLength'.*equal to 4096$/],
      [{ PasswordLength: 3 }, 'InvalidParameterException', /too short based on the required types/],
      [{ ExcludeCharacters: 'a'.repeat(4097) }, 'ValidationException', /'excludeCharacters'/],
    ],
  },
  GetSecretValue: {
    good: { SecretId, VersionId: first, VersionStage: 'AWSPREVIOUS' },
    bad: [
      ...named(),
      [{ SecretId, VersionStage: 'none' }, 'ResourceNotFoundException', /value for staging label: none$/],
      [{ SecretId, VersionId: '0'.repeat(32) }, 'ResourceNotFoundException', /value for VersionId: 0{32}$/],
      [
        { SecretId, VersionId: first, VersionStage: 'AWSCURRENT' },
        'InvalidRequestException',
        /^You provided a VersionStage that is not associated to the provided VersionId\.$/,
      ],
      [{ SecretId, VersionId: '0'.repeat(65) }, 'ValidationException', /'versionId'.*equal to 64$/],
    ],
  },
  ListSecretVersionIds: {
    good: { SecretId, IncludeDeprecated: true, MaxResults: 1 },
    bad: [
      ...named(),
      [{ SecretId, MaxResults: 101 }, 'ValidationException', /'101' at 'maxResults'/],
      [{ SecretId, NextToken: 'nonsense' }, 'InvalidNextTokenException', /NextToken/],
    ],
  },
  ListSecrets: {
    good: { Filters: [{ Key: 'name', Values: [SecretId] }], SortOrder: 'desc' },
    bad: [
      [{ MaxResults: 101 }, 'ValidationException', /'101' at 'maxResults'/],
      [{ SortOrder: 'up' }, 'ValidationException', /'up' at 'sortOrder'.*enum value set: \[asc, desc\]$/],
      [
        { Filters: [{ Key: 'owner', Values: ['x'] }] },
        'ValidationException',
        /'owner' at 'filters\.1\.member\.key'/,
      ],
      [{ Filters: [{ Key: 'name', Values: ['#'] }] }, 'ValidationException', /regular expression pattern/],
      [{ NextToken: 'nonsense' }, 'InvalidNextTokenException', /NextToken/],
    ],
  },
  PutSecretValue: {
    good: { SecretId, SecretString: 'three', VersionStages: ['AWSCURRENT', 'keep'] },
    bad: [
      ...named({ SecretString: 'x' }),
      [{ SecretId }, 'InvalidRequestException', /^You must provide either SecretString or SecretBinary\.$/],
      [
        { SecretId, SecretString: 'x', ClientRequestToken: first },
        'ResourceExistsException',
        /^You can't use Client/,
      ],
      [
        { SecretId, SecretString: 'x', VersionStages: Array.from({ length: 21 }, (_, at) => `l${at}`) },
        'ValidationException',
        /at 'versionStages'.*less than or equal to 20$/,
      ],
    ],
  },
  UpdateSecret: {
    good: { SecretId, SecretString: 'three', Description: 'said' },
    bad: [
      ...named(),
      [{ SecretId, Description: 'a'.repeat(2049) }, 'ValidationException', /'description'/],
      [
        { SecretId, ClientRequestToken: second, SecretString: 'x' },
        'ResourceExistsException',
        /^You can't use Client/,
      ],
    ],
  },
  UpdateSecretVersionStage: {
    good: { SecretId, VersionStage: 'AWSCURRENT', RemoveFromVersionId: second, MoveToVersionId: first },
    bad: [
      ...named({ VersionStage: 'keep', MoveToVersionId: first }),
      [
        { SecretId, VersionStage: 'AWSCURRENT', MoveToVersionId: first },
        'InvalidParameterException',
        /^The parameter RemoveFromVersionId can't be empty\./,
      ],
      [
        { SecretId, VersionStage: 'AWSCURRENT', RemoveFromVersionId: second },
        'InvalidParameterException',
        /^You can only move staging label AWSCURRENT to a different secret version\./,
      ],
      [
        { SecretId, VersionStage: 'keep', MoveToVersionId: '0'.repeat(32) },
        'InvalidParameterException',
        /^Not a valid version/,
      ],
    ],
  },
});
