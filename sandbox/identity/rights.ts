import type { Statement } from '../operation.ts';

const policy = (...statements: Statement[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });
const allow = (Action: string[], Resource: string | string[] = '*'): Statement => ({
  Effect: 'Allow',
  Action,
  Resource,
});

const metadata = allow([
  'secretsmanager:ListSecrets',
  'secretsmanager:DescribeSecret',
  'secretsmanager:ListSecretVersionIds',
  'secretsmanager:GetResourcePolicy',
  'account:ListRegions',
  'cloudtrail:LookupEvents',
]);

const triage = (account: string): Statement[] => [
  allow(
    [
      'lambda:InvokeFunction',
      'lambda:GetFunctionConfiguration',
      'lambda:GetPolicy',
      'lambda:GetFunctionConcurrency',
    ],
    `arn:aws:lambda:*:${account}:function:*`,
  ),
  allow(
    ['logs:FilterLogEvents', 'logs:GetLogEvents', 'logs:DescribeLogStreams', 'logs:StartQuery'],
    [
      `arn:aws:logs:*:${account}:log-group:/aws/lambda/*`,
      `arn:aws:logs:*:${account}:log-group:/aws/lambda/*:*`,
    ],
  ),
  allow([
    'lambda:ListFunctions',
    'logs:DescribeLogGroups',
    'logs:GetQueryResults',
    'logs:StopQuery',
    'kms:DescribeKey',
  ]),
];

/** Metadata of all secrets, nothing else. */
export const viewerPolicy = policy(metadata);

/** Metadata of all secrets; label moves and rotation of those under prod/; what finding a cause takes. */
export const responderPolicy = (account: string): string =>
  policy(
    metadata,
    allow(
      [
        'secretsmanager:UpdateSecretVersionStage',
        'secretsmanager:RotateSecret',
        'secretsmanager:CancelRotateSecret',
      ],
      `arn:aws:secretsmanager:*:${account}:secret:prod/*`,
    ),
    ...triage(account),
  );

/** Whatever there is to do about secrets. */
export const adminPolicy = policy(
  allow([
    'secretsmanager:*',
    'account:ListRegions',
    'cloudtrail:LookupEvents',
    'lambda:*',
    'logs:*',
    'kms:*',
  ]),
);

/** AWS's AdministratorAccess. */
export const everythingPolicy = policy(allow(['*']));

/** Nothing about secrets, functions, logs and keys in one region. */
export const notInSydney = policy({
  Effect: 'Deny',
  Action: ['secretsmanager:*', 'lambda:*', 'logs:*', 'kms:*', 'cloudtrail:*'],
  Resource: '*',
  Condition: { StringEquals: { 'aws:RequestedRegion': 'ap-southeast-2' } },
});
