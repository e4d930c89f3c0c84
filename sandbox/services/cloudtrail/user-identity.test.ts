import { expect, test } from 'vitest';
import { riley } from './bench.ts';
import { identityOf, usernameIn } from './user-identity.ts';

const ACCOUNT = riley.account;
const occasion = {
  region: 'eu-west-1',
  at: Date.UTC(2026, 9, 1, 8, 1),
  accessKeyId: 'K',
  recipient: ACCOUNT,
};

// Legend: what differs from riley, the recipient, parts of the element, the Username
test.each([
  [{}, ACCOUNT, { type: 'IAMUser', userName: 'riley', accessKeyId: 'K' }, 'riley'],
  [{ arn: `arn:aws:iam::${ACCOUNT}:user/ops/kim` }, ACCOUNT, { type: 'IAMUser', userName: 'kim' }, 'kim'],
  [{ arn: `arn:aws:iam::${ACCOUNT}:root` }, ACCOUNT, { type: 'Root', principalId: ACCOUNT }, 'root'],
  [
    { arn: `arn:aws:sts::${ACCOUNT}:assumed-role/RotateDb/rotate`, userId: 'AROA1:rotate' },
    ACCOUNT,
    {
      type: 'AssumedRole',
      principalId: 'AROA1:rotate',
      sessionContext: {
        sessionIssuer: {
          type: 'Role',
          principalId: 'AROA1',
          arn: `arn:aws:iam::${ACCOUNT}:role/RotateDb`,
          accountId: ACCOUNT,
          userName: 'RotateDb',
        },
        attributes: { creationDate: '2026-10-01T08:00:00Z', mfaAuthenticated: 'false' },
      },
    },
    'rotate',
  ],
  [
    { arn: '', name: 'rds.amazonaws.com' },
    ACCOUNT,
    { type: 'AWSService', invokedBy: 'rds.amazonaws.com' },
    undefined,
  ],
  [
    { arn: '', name: 'jane', userId: 'idp.example:console:jane' },
    ACCOUNT,
    {
      type: 'WebIdentityUser',
      principalId: 'idp.example:console:jane',
      userName: 'jane',
      identityProvider: 'idp.example',
    },
    'jane',
  ],
  [{}, '777788889999', { type: 'AWSAccount', principalId: riley.userId, accountId: ACCOUNT }, undefined],
])('%j for %s', (different, recipient, element, username) => {
  const principal = { ...riley, ...different };
  expect(identityOf(principal, { ...occasion, recipient })).toMatchObject(element);
  expect(usernameIn(principal, recipient)).toBe(username);
});

test('another account learns neither key nor ARN', () => {
  expect(Object.keys(identityOf(riley, { ...occasion, recipient: '777788889999' }))).toEqual([
    'type',
    'principalId',
    'accountId',
  ]);
});
