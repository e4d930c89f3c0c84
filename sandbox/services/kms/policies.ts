import { partitionOf } from '../secretsmanager/arn.ts';

/**
 * The policy of a key made without one: the account decides by IAM policies.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export function defaultPolicy(account: string, region: string): string {
  return text({
    Version: '2012-10-17',
    Id: 'key-default-1',
    Statement: [
      {
        Sid: 'Enable IAM User Permissions',
        Effect: 'Allow',
        Principal: { AWS: rootOf(account, region) },
        Action: 'kms:*',
        Resource: '*',
      },
    ],
  });
}

/**
 * The policy of `aws/secretsmanager`: everybody of the account through Secrets Manager, nobody else.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html#security-encryption-policies
 */
export function managedPolicy(account: string, region: string): string {
  const through = `secretsmanager.${region}.amazonaws.com`;
  const Sid =
    'Allow access through AWS Secrets Manager for all principals in the account that are authorized to use AWS Secrets Manager';
  return text({
    Id: 'auto-secretsmanager-2',
    Version: '2012-10-17',
    Statement: [
      {
        Sid,
        Effect: 'Allow',
        Principal: { AWS: ['*'] },
        Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:CreateGrant', 'kms:DescribeKey'],
        Resource: '*',
        Condition: { StringEquals: { 'kms:CallerAccount': account, 'kms:ViaService': through } },
      },
      {
        Sid,
        Effect: 'Allow',
        Principal: { AWS: ['*'] },
        Action: 'kms:GenerateDataKey*',
        Resource: '*',
        Condition: {
          StringEquals: { 'kms:CallerAccount': account },
          StringLike: { 'kms:ViaService': through },
        },
      },
      {
        Sid: 'Allow direct access to key metadata to the account',
        Effect: 'Allow',
        Principal: { AWS: [rootOf(account, region)] },
        Action: ['kms:Describe*', 'kms:Get*', 'kms:List*', 'kms:RevokeGrant'],
        Resource: '*',
      },
    ],
  });
}

function rootOf(account: string, region: string): string {
  return `arn:${partitionOf(region)}:iam::${account}:root`;
}

// GetKeyPolicy shows a default policy the way AWS wrote it: with two spaces, a blank before each colon.
function text(policy: object): string {
  return JSON.stringify(policy, undefined, 2).replaceAll('": ', '" : ');
}
