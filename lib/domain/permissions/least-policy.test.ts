import { expect, test } from 'vitest';
import { leastPolicy } from './least-policy.ts';
import { actionsOf, rights } from './rights.ts';

const place = {
  ...{ partition: 'aws', account: '441200879921', regions: ['us-east-1', 'eu-west-1'] },
  ...{ secrets: 'prod/', functions: 'SecretsManager' },
};
const chosen = (...ids: string[]) => rights.filter(({ id }) => ids.includes(id));

test('names the secrets, the regions and the account', () => {
  expect(leastPolicy(chosen('secrets', 'reveal'), place)).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'Secrets',
        Effect: 'Allow',
        Action: ['secretsmanager:GetSecretValue'],
        Resource: [
          'arn:aws:secretsmanager:us-east-1:441200879921:secret:prod/*',
          'arn:aws:secretsmanager:eu-west-1:441200879921:secret:prod/*',
        ],
      },
      {
        Sid: 'Everywhere',
        Effect: 'Allow',
        Action: ['secretsmanager:ListSecrets'],
        Resource: '*',
        Condition: { StringEquals: { 'aws:RequestedRegion': ['us-east-1', 'eu-west-1'] } },
      },
      {
        Sid: 'KeysThroughSecretsManager',
        Effect: 'Allow',
        Action: ['kms:Decrypt'],
        Resource: ['arn:aws:kms:us-east-1:441200879921:key/*', 'arn:aws:kms:eu-west-1:441200879921:key/*'],
        Condition: {
          StringEquals: {
            'kms:ViaService': [
              'secretsmanager.us-east-1.amazonaws.com',
              'secretsmanager.eu-west-1.amazonaws.com',
            ],
          },
        },
      },
    ],
  });
});

test('every action of every right is in exactly one statement, and no action is a wildcard', () => {
  const { Statement } = leastPolicy(rights, place);
  const actions = Statement.flatMap(({ Action }) => Action);
  expect([...actions].sort()).toEqual([...actionsOf(rights).keys()].sort());
  expect(actions.filter((action) => action.includes('*'))).toEqual([]);
  const open = Statement.filter(({ Resource }) => Resource === '*').flatMap(({ Action }) => Action);
  const kinds = actionsOf(rights);
  expect(open.filter((action) => kinds.get(action) !== 'any')).toEqual([]);
});

test('in China the names are China’s', () => {
  const china = { ...place, partition: 'aws-cn', regions: ['cn-north-1'] };
  const text = JSON.stringify(leastPolicy(chosen('reveal'), china));
  expect(text).toContain('secretsmanager.cn-north-1.amazonaws.com.cn');
  expect(text).toContain('arn:aws-cn:secretsmanager:cn-north-1:');
});

test('nothing chosen is nothing allowed', () => {
  expect(leastPolicy([], place).Statement).toEqual([]);
});
