import { expect, test } from 'vitest';
import type { PolicyKind } from './check-statement.ts';
import { contextOf } from './context.ts';
import { parsePolicy, statementsOf } from './parse-policy.ts';
import { PolicyError } from './policy-error.ts';
import { applies, rulesOf } from './rules.ts';

const statement = { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: '*' };
const policy = (more: object, Version = '2012-10-17') =>
  JSON.stringify({ Version, Statement: { ...statement, ...more } });
const when = (operator: string, value: unknown) =>
  policy({ Condition: { [operator]: { 'aws:SourceIp': value } } });

const identity: PolicyKind = 'identity';
const broken: [what: string, json: string, sentence: string, kind?: PolicyKind][] = [
  ['no JSON', '{', 'Syntax errors in policy.'],
  ['a list', '[]', 'Syntax errors in policy.'],
  ['nothing', '{}', 'Syntax errors in policy.'],
  ['no statement', '{"Statement":[]}', 'Syntax errors in policy.'],
  ['another version', policy({}, '2020-01-01'), 'Syntax errors in policy.'],
  ['an unknown member', policy({ Resourse: '*' }), 'Syntax errors in policy.'],
  ['an unknown effect', policy({ Effect: 'allow' }), 'Syntax errors in policy.'],
  ['no action', policy({ Action: undefined }), 'Policy statement must contain actions.'],
  ['two kinds of action', policy({ NotAction: 'a:B' }), 'Policy statement must contain actions.'],
  [
    'an action of no service',
    policy({ Action: 'GetSecretValue' }),
    'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
  ],
  ['no resource', policy({ Resource: undefined }), 'Policy statement must contain resources.'],
  ['a resource that is no ARN', policy({ Resource: 'db' }), 'Resource db must be in ARN format or "*".'],
  ['a principal', policy({ Principal: '*' }), 'Policy document should not specify a principal.'],
  ['no principal', policy({}), 'Missing required field Principal', 'resource'],
  ['an odd principal', policy({ Principal: { Aws: '*' } }), 'Invalid principal in policy.', 'resource'],
  ['a trusted resource', policy({ Principal: '*' }), 'Has prohibited field Resource', 'trust'],
  ['an unknown operator', when('StringMatches', 'x'), 'Invalid Condition type : StringMatches.'],
  ['a name every object has', when('toString', 'x'), 'Invalid Condition type : toString.'],
  ['a condition that is a number', when('NumericEquals', 5), 'Syntax errors in policy.'],
  ['an address that is none', when('IpAddress', '10.0.0'), 'Invalid condition value : 10.0.0.'],
  ['a network too narrow', when('IpAddress', '10.0.0.0/33'), 'Invalid condition value : 10.0.0.0/33.'],
  ['a number that is none', when('NumericLessThan', 'x'), 'Invalid condition value : x.'],
  ['a date that is none', when('DateGreaterThanIfExists', 'x'), 'Invalid condition value : x.'],
  ['neither true nor false', when('Null', 'yes'), 'Invalid condition value : yes.'],
];

test.each(broken)('a policy with %s is refused', (_, json, sentence, kind = identity) => {
  const read = () => parsePolicy(json, kind);
  expect(read).toThrow(PolicyError);
  expect(read).toThrow(sentence);
});

test('a policy IAM would take is given as its statements', () => {
  expect(parsePolicy(policy({}), 'identity')).toEqual([statement]);
  expect(parsePolicy(policy({ Principal: { AWS: '*' }, Sid: 'all' }))).toHaveLength(1);
});

test('variables are plain text in a policy of the old version', () => {
  const resource = `arn:aws:secretsmanager:us-east-1:441200879921:secret:${'$'}{aws:username}/*`;
  const asks = (version: string, secret: string) => {
    const rules = rulesOf(parsePolicy(policy({ Resource: resource }, version), 'identity'));
    const context = contextOf({ 'aws:username': 'riley' });
    const question = { action: statement.Action, resource: resource.replace(/secret:.*/, secret), context };
    return rules.some((rule) => applies(rule, question));
  };
  expect(asks('2012-10-17', 'secret:riley/db')).toBe(true);
  expect(asks('2012-10-17', 'secret:dana/db')).toBe(false);
  expect(asks('2008-10-17', 'secret:riley/db')).toBe(false);
  expect(asks('2008-10-17', `secret:${'$'}{aws:username}/db`)).toBe(true);
});

test('a broken policy of a resource says nothing, and the same text is read once', () => {
  expect(statementsOf('{')).toEqual([]);
  const json = policy({ Principal: '*' });
  expect(statementsOf(json)).toBe(statementsOf(json));
});
