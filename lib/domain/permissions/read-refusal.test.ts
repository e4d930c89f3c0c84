import { describe, expect, test } from 'vitest';
import { readRefusal } from './read-refusal.ts';

const WHO =
  'User: arn:aws:iam::441200879921:user/sam is not authorized to perform: secretsmanager:GetSecretValue';
const ON = ' on resource: arn:aws:secretsmanager:us-east-1:441200879921:secret:prod/db-AbCdEf';
const read = (reason: string) => readRefusal('secretsmanager:GetSecretValue', `${WHO}${ON} ${reason}`);

describe('AWS’s reasons', () => {
  test.each([
    'identity-based policy',
    'resource-based policy',
    'service control policy',
    'resource control policy',
    'permissions boundary',
    'session policy',
    'VPC endpoint policy',
  ] as const)('%s', (policy) => {
    const service = 'Secrets Manager';
    expect(read(`because no ${policy} allows the secretsmanager:GetSecretValue action`)).toEqual({
      ...{ service, policy, because: 'not-allowed' },
    });
    const article = policy.startsWith('i') ? 'an' : 'a';
    expect(read(`with an explicit deny in ${article} ${policy}`)).toEqual({
      ...{ service, policy, because: 'denied' },
    });
  });

  test('a policy that AWS names by its ARN', () => {
    const policyArn = 'arn:aws:organizations::111122223333:policy/o-1/service_control_policy/p-1';
    expect(read(`with an explicit deny in a service control policy: ${policyArn}`)).toMatchObject({
      policy: 'service control policy',
      policyArn,
    });
  });

  test('no reason is no reason, and one unknown is not guessed', () => {
    expect(read('')).toEqual({ service: 'Secrets Manager' });
    expect(read('because no lunar policy allows the action')).toEqual({ service: 'Secrets Manager' });
  });

  test('KMS is told from Secrets Manager', () => {
    expect(readRefusal('secretsmanager:GetSecretValue', 'Access to KMS is not allowed')).toEqual({
      service: 'KMS',
    });
    expect(readRefusal('kms:DescribeKey', 'because no resource-based policy allows the action')).toEqual({
      ...{ service: 'KMS', policy: 'resource-based policy', because: 'not-allowed' },
    });
  });
});
