import { expect, test } from 'vitest';
import { readersOf } from './readers-of.ts';
import type { TrailRecord } from './trail-record.ts';

const ARN = 'arn:aws:secretsmanager:us-east-1:441200879921:secret:prod/db-AbCdEf';
const SELF = 'arn:aws:iam::441200879921:user/riley';
let number = 0;

const read = (
  minute: number,
  more: Partial<TrailRecord> = {},
  role = 'payments-api',
  session = 'task-1',
): TrailRecord => ({
  id: String(number++),
  name: 'GetSecretValue',
  at: `2026-11-19T03:${String(minute).padStart(2, '0')}:00.000Z`,
  readOnly: true,
  byService: false,
  identity: {
    type: 'AssumedRole',
    arn: `arn:aws:sts::441200879921:assumed-role/${role}/${session}`,
    account: '441200879921',
    role,
  },
  asked: { secretId: ARN },
  answered: {},
  ...more,
});

test('sessions of one role are one reader, the most frequent first, with the newest read', () => {
  const records = [read(9, {}, 'ledger', 's'), read(8), read(5, {}, 'payments-api', 'task-2'), read(3)];
  expect(readersOf(records, ARN, SELF)).toMatchObject([
    { actor: { via: 'payments-api' }, reads: 3, refused: 0, last: '2026-11-19T03:08:00.000Z' },
    { actor: { via: 'ledger' }, reads: 1 },
  ]);
});

test('other secrets, and the operator, do not count; another account is named', () => {
  const own = { identity: { type: 'IAMUser', arn: SELF, account: '441200879921', userName: 'riley' } };
  const foreign = { identity: { type: 'AWSAccount', account: '771022840035' } };
  const records = [read(1, own), read(2, { asked: { secretId: 'prod/other' } }), read(3, foreign)];
  const readers = readersOf(records, ARN, SELF);
  expect(readers).toHaveLength(1);
  expect(readers[0]).toMatchObject({ foreign: '771022840035', reads: 1 });
});

test('a refused read counts as one, and what was asked for is that of the newest read', () => {
  const records = [
    read(4, { errorCode: 'AccessDenied' }),
    read(6, { asked: { secretId: ARN, label: 'AWSPREVIOUS' } }),
    read(5, { asked: { secretId: ARN, versionId: 'v1' } }),
  ];
  expect(readersOf(records, ARN, SELF)).toMatchObject([{ reads: 3, refused: 1, askedFor: 'AWSPREVIOUS' }]);
});
