import { expect, test } from 'vitest';
import { type ChangeRecord, findSuspects, type Shared } from './find-suspects.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 25, 2, minute)).toISOString();
const change = (name: string, minute: number, ...mentions: string[]): ChangeRecord => ({
  ...{ id: `${name}${minute}`, name, at: at(minute), region: 'us-east-1', refused: false, mentions },
  by: { kind: 'role', name: 'terraform-ci' },
});
const shared: Shared = {
  before: at(30),
  functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:rotate-db',
  role: 'arn:aws:iam::123456789012:role/service/rotate-db-role',
  key: 'arn:aws:kms:us-east-1:123456789012:key/11112222-3333',
  vpc: { id: 'vpc-1', subnets: ['subnet-1'], securityGroups: ['sg-1'] },
  arns: ['arn:aws:secretsmanager:us-east-1:123456789012:secret:prod/db-AbCdEf'],
};

test.each([
  ['rotate-db', 'the function rotate-db'],
  ['arn:aws:lambda:us-east-1:123456789012:function:rotate-db', 'the function rotate-db'],
  ['rotate-db-role', 'the role rotate-db-role'],
  ['11112222-3333', 'the key 11112222-3333'],
  ['sg-1', 'the security group sg-1'],
  ['vpc-1', 'the network vpc-1'],
  ['subnet-1', 'the network subnet-1'],
  ['prod/db', 'the secret prod/db'],
])('a change of %s touches %s, and is likely', (mention, touches) => {
  expect(findSuspects([change('X', 18, 'other', mention)], shared)).toMatchObject([
    { touches, certainty: 'likely' },
  ]);
});

test('what fits by kind and time alone is possible, if it is near, and comes behind', () => {
  const found = findSuspects(
    [change('DeleteVpcEndpoints', 18, 'vpce-1'), change('RevokeSecurityGroupIngress', 5, 'sg-1')],
    shared,
  );
  expect(found.map(({ change: { name }, certainty }) => [name, certainty])).toEqual([
    ['RevokeSecurityGroupIngress', 'likely'],
    ['DeleteVpcEndpoints', 'possible'],
  ]);
  const long = { ...shared, before: new Date(Date.parse(at(30)) + 86_400_000).toISOString() };
  expect(findSuspects([change('DeleteVpcEndpoints', 18, 'vpce-1')], long)).toEqual([]);
});

test('what came after, or was refused, is no suspect', () => {
  expect(findSuspects([change('X', 31, 'sg-1')], shared)).toEqual([]);
  expect(findSuspects([{ ...change('X', 18, 'sg-1'), refused: true }], shared)).toEqual([]);
});

// Legend: the event, what it mentions, what it touches; nothing: it is about another of its kind.
test.each<[string, string[], string | undefined]>([
  ['UpdateFunctionConfiguration20150331v2', ['rotate-db', 'subnet-9'], 'the function rotate-db'],
  ['UpdateFunctionConfiguration20150331v2', ['other', 'subnet-1', 'sg-1'], undefined],
  ['PutRolePolicy', ['rotate-db-role', 'Secrets'], 'the role rotate-db-role'],
  // A role that is called as the function is.
  ['PutRolePolicy', ['rotate-db'], undefined],
  ['PutSecretValue', ['prod/db'], 'the secret prod/db'],
  ['PutSecretValue', ['prod/other'], undefined],
])('%s of %j touches %s', (name, mentions, touches) => {
  expect(findSuspects([change(name, 18, ...mentions)], shared)[0]?.touches).toBe(touches);
});

test('what the rotation wrote itself is no suspect; what somebody wrote is', () => {
  const put = change('PutSecretValue', 29, 'prod/db');
  expect(findSuspects([{ ...put, by: { kind: 'function', name: 'rotate-db' } }], shared)).toEqual([]);
  expect(findSuspects([{ ...put, by: { kind: 'person', name: 'sam' } }], shared)).toHaveLength(1);
});

test('where it is not known what they share, nothing is ruled out', () => {
  const found = findSuspects([change('PutRolePolicy', 18, 'deploy')], { before: at(30) });
  expect(found[0]?.certainty).toBe('possible');
});
