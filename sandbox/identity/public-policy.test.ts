import { expect, test } from 'vitest';
import { isPublicPolicy } from './public-policy.ts';

const policy = (statement: object) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: '*',
        Action: 'secretsmanager:GetSecretValue',
        Resource: '*',
        ...statement,
      },
    ],
  });
const when = (operator: string, key: string, value: string | string[]) =>
  policy({ Condition: { [operator]: { [key]: value } } });

// Legend: what the policy says, the policy, whether it is public.
test.each([
  ['everybody', policy({}), true],
  ['everybody, as AWS', policy({ Principal: { AWS: ['*'] } }), true],
  ['everybody but one', policy({ Principal: undefined, NotPrincipal: { AWS: '441200879921' } }), true],
  ['one account', policy({ Principal: { AWS: '441200879921' } }), false],
  ['nobody of all', policy({ Effect: 'Deny' }), false],
  ['one organisation', when('StringEquals', 'aws:PrincipalOrgID', 'o-abcdefghij'), false],
  ['any organisation', when('StringLike', 'aws:PrincipalOrgID', 'o-*'), true],
  [
    'an organisation if there is one',
    when('StringEqualsIfExists', 'aws:PrincipalOrgID', 'o-abcdefghij'),
    true,
  ],
  ['any but one account', when('StringNotEquals', 'aws:PrincipalAccount', '441200879921'), true],
  ['one region', when('StringEquals', 'aws:RequestedRegion', 'us-east-1'), true],
  ['a network', when('IpAddress', 'aws:SourceIp', '10.0.0.0/8'), false],
  ['half of all networks', when('IpAddress', 'aws:SourceIp', ['10.0.0.0/8', '0.0.0.0/1']), true],
  ['the roles of an account', when('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::441200879921:role/*'), false],
  ['the roles of any account', when('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/x'), true],
])('a policy for %s', (_, json, isPublic) => {
  expect(isPublicPolicy(json)).toBe(isPublic);
});
