import { expect, test } from 'vitest';
import type { Statement } from '../operation.ts';
import { contextOf } from './context.ts';
import { applies, rulesOf } from './rules.ts';

type Verdict = 'allowed' | 'explicitly-denied' | 'not-allowed';

function judge(policy: Statement[], question: Parameters<typeof applies>[1]): Verdict {
  const applying = rulesOf(policy).filter((rule) => applies(rule, question));
  if (applying.some(({ denies }) => denies)) return 'explicitly-denied';
  return applying.length > 0 ? 'allowed' : 'not-allowed';
}

const ARN = 'arn:aws:secretsmanager:us-east-1:441200879921:secret:prod/db-AbCdEf';
const allow = (more: Partial<Statement> = {}): Statement => ({
  Effect: 'Allow',
  Action: '*',
  Resource: '*',
  ...more,
});
const deny = (more: Partial<Statement> = {}): Statement => ({ ...allow(more), Effect: 'Deny' });
const stage = (operator: string, value: string | readonly string[]) => ({
  Condition: { [operator]: { 'secretsmanager:VersionStage': value } },
});

const table: [name: string, policy: Statement[], verdict: Verdict][] = [
  ['nothing', [], 'not-allowed'],
  ['everything', [allow()], 'allowed'],
  ['a deny before an allow', [deny(), allow()], 'explicitly-denied'],
  ['a deny after an allow', [allow(), deny()], 'explicitly-denied'],
  ['a deny of another action', [allow(), deny({ Action: 'secretsmanager:GetSecretValue' })], 'allowed'],
  ['the action in another case', [allow({ Action: 'SecretsManager:updatesecret*' })], 'allowed'],
  ['one of several actions', [allow({ Action: ['sts:*', 'secretsmanager:Update*'] })], 'allowed'],
  ['part of the action', [allow({ Action: 'secretsmanager:UpdateSecret' })], 'not-allowed'],
  ['the secret by name and six characters', [allow({ Resource: `${ARN.slice(0, -6)}??????` })], 'allowed'],
  ['the secret with five characters', [allow({ Resource: `${ARN.slice(0, -6)}?????` })], 'not-allowed'],
  [
    'any region and any name below',
    [allow({ Resource: 'arn:aws:secretsmanager:*:secret:prod/*' })],
    'allowed',
  ],
  ['the resource in another case', [allow({ Resource: ARN.toUpperCase() })], 'not-allowed'],
  ['a dot that is only a dot', [allow({ Resource: ARN.replace('/', '.') })], 'not-allowed'],
  ['the label', [allow(stage('StringEquals', 'AWSCURRENT'))], 'allowed'],
  ['one of the labels', [allow(stage('StringEquals', ['AWSPENDING', 'AWSCURRENT']))], 'allowed'],
  ['another label', [allow(stage('StringEquals', 'AWSPENDING'))], 'not-allowed'],
  ['the label in another case', [allow(stage('StringEquals', 'awscurrent'))], 'not-allowed'],
  ['a pattern taken as text', [allow(stage('StringEquals', 'AWS*'))], 'not-allowed'],
  ['a pattern of the label', [allow(stage('StringLike', 'AWS*'))], 'allowed'],
  ['not another label', [allow(stage('StringNotEquals', 'AWSPENDING'))], 'allowed'],
  ['not the label', [allow(stage('StringNotEquals', ['AWSPENDING', 'AWSCURRENT']))], 'not-allowed'],
  [
    'a key in another case',
    [deny({ Condition: { StringEquals: { 'AWS:requestedregion': 'us-east-1' } } })],
    'explicitly-denied',
  ],
  ['a tag', [allow({ Condition: { StringEquals: { 'aws:ResourceTag/team': 'payments' } } })], 'allowed'],
  [
    'a tag that is not there',
    [allow({ Condition: { StringLike: { 'aws:ResourceTag/owner': '*' } } })],
    'not-allowed',
  ],
  [
    'not a tag that is not there',
    [allow({ Condition: { StringNotEquals: { 'aws:ResourceTag/owner': 'x' } } })],
    'allowed',
  ],
  [
    'two conditions of which one fails',
    [
      allow({
        Condition: {
          StringEquals: { 'aws:RequestedRegion': 'us-east-1' },
          StringLike: { 'secretsmanager:VersionStage': 'x' },
        },
      }),
    ],
    'not-allowed',
  ],
];

test.each(table)('a policy that speaks of %s', (_, policy, verdict) => {
  const context = contextOf({
    'aws:RequestedRegion': 'us-east-1',
    'secretsmanager:VersionStage': 'AWSCURRENT',
    'aws:ResourceTag/team': 'payments',
  });
  const question = { action: 'secretsmanager:UpdateSecretVersionStage', resource: ARN, context };
  expect(judge(policy, question)).toBe(verdict);
});
