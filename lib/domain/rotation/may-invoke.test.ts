import { expect, test } from 'vitest';
import { mayInvoke } from './may-invoke.ts';

const service = { Service: 'secretsmanager.amazonaws.com' };
const allow = { Effect: 'Allow', Principal: service, Action: 'lambda:InvokeFunction' };
const policy = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement });

// Legend: what it is about, the policy, whether Secrets Manager may invoke.
test.each<[string, string, boolean | undefined]>([
  ['as AWS writes it', policy(allow), true],
  ['one statement, not in a list', JSON.stringify({ Statement: allow }), true],
  [
    'several principals',
    policy({ ...allow, Principal: { Service: ['events.amazonaws.com', 'secretsmanager.amazonaws.com'] } }),
    true,
  ],
  [
    'with AWS’s condition on the account',
    policy({ ...allow, Condition: { StringEquals: { 'AWS:SourceAccount': '1' } } }),
    true,
  ],
  ['every act', policy({ ...allow, Action: ['lambda:*'] }), true],
  ['everybody', policy({ ...allow, Principal: '*' }), true],
  ['another service', policy({ ...allow, Principal: { Service: 'events.amazonaws.com' } }), false],
  ['another act', policy({ ...allow, Action: 'lambda:GetFunction' }), false],
  ['a denial beside it', policy(allow, { ...allow, Effect: 'Deny' }), false],
  ['no statement', policy(), false],
  ['no JSON', 'x', undefined],
])('%s', (_, text, may) => {
  expect(mayInvoke(text)).toBe(may);
});
