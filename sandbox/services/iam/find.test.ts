import { expect, test } from 'vitest';
import { settleOperators } from '../../identity/operators.ts';
import { addRole } from './entities.ts';
import { principalExists } from './find.ts';
import { createIamState } from './state.ts';

const iam = createIamState();
settleOperators(iam);
const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
});
addRole(iam, {
  account: '441200879921',
  name: 'rotate',
  id: 'AROAX',
  created: new Date(0),
  path: '/app/',
  trust,
});

test.each([
  ['*', true],
  ['441200879921', true],
  ['arn:aws:iam::602733145908:root', true],
  ['111111111111', true],
  ['arn:aws:iam::111111111111:root', true],
  ['arn:aws:iam::111111111111:role/deploy', true],
  ['arn:aws:sts::111111111111:assumed-role/deploy/x', true],
  ['arn:aws:iam::111111111111', false],
  ['arn:aws:iam::441200879921:user/riley', true],
  ['arn:aws:iam::441200879921:user/eve', false],
  ['arn:aws:iam::602733145908:user/riley', false],
  ['arn:aws:iam::441200879921:role/app/rotate', true],
  ['arn:aws:iam::441200879921:role/rotate', false],
  ['arn:aws:sts::441200879921:assumed-role/rotate/x', true],
  ['arn:aws:sts::441200879921:assumed-role/other/x', false],
  ['arn:aws:iam::441200879921:role/*', false],
  ['secretsmanager.amazonaws.com', true],
  ['amazonaws.com', false],
  ['accounts.google.com', true],
  ['arn:aws:iam::441200879921:oidc-provider/login.example', false],
  ['', false],
])('%s is somebody: %s', (principal, exists) => {
  expect(principalExists({ iam }, principal)).toBe(exists);
});
