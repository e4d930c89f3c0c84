import { expect, test } from 'vitest';
import { rolesFor } from './role-rule.ts';

const OPERATOR = 'arn:aws:iam::441200879921:role/teams/SecretsOperator';
const VIEWER = 'arn:aws:iam::441200879921:role/SecretsViewer';
const rules = [
  { claim: 'groups', value: 'platform-oncall', role: OPERATOR },
  { claim: 'groups', value: 'everyone', role: VIEWER },
  { claim: 'department', value: 'platform', role: VIEWER },
];

test.each<[string, Record<string, unknown>, string[]]>([
  ['two groups', { groups: ['everyone', 'platform-oncall'] }, [OPERATOR, VIEWER]],
  ['one group', { groups: ['everyone'] }, [VIEWER]],
  ['a claim that is one text', { groups: 'everyone' }, [VIEWER]],
  ['two claims that give the same', { groups: ['everyone'], department: 'platform' }, [VIEWER]],
  ['no claim', {}, []],
  ['another group', { groups: ['platform'] }, []],
  ['a group of another spelling', { groups: ['Platform-Oncall', 'platform-oncall '] }, []],
  ['a claim that is no text', { groups: [{ name: 'everyone' }, 7, null] }, []],
])('%s', (_what, claims, arns) => {
  expect(rolesFor(claims, rules).map(({ arn }) => arn)).toEqual(arns);
});

test('a role is named by its last part and account, and says which claim gives it', () => {
  expect(rolesFor({ groups: ['platform-oncall'] }, rules)).toEqual([
    {
      arn: OPERATOR,
      account: '441200879921',
      name: 'SecretsOperator',
      because: 'groups: platform-oncall',
    },
  ]);
});

test('a rule for any value takes whoever has the claim, and nobody who has it from the language', () => {
  const wide = [{ claim: 'constructor', value: '*', role: VIEWER }];
  expect(rolesFor({}, wide)).toEqual([]);
  expect(rolesFor({ constructor: 'x' }, wide)).toHaveLength(1);
});
