import { expect, test } from 'vitest';
import { isAbout } from './is-about.ts';
import type { TrailRecord } from './trail-record.ts';

const ARN = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:prod/db-a1b2c3';
const record = (more: Partial<TrailRecord>): TrailRecord => ({
  id: '1',
  name: 'PutSecretValue',
  at: '2026-11-19T03:00:00.000Z',
  readOnly: false,
  byService: false,
  identity: {},
  asked: {},
  answered: {},
  ...more,
});

test.each<[string, Partial<TrailRecord>, boolean]>([
  ['its name', { asked: { secretId: 'prod/db' } }, true],
  ['its full ARN', { asked: { secretId: ARN } }, true],
  ['its partial ARN', { asked: { secretId: ARN.slice(0, -7) } }, true],
  ['its ARN in the answer', { asked: { secretId: 'prod/db' }, answered: { arn: ARN } }, true],
  ['its name at its creation', { asked: { name: 'prod/db' } }, true],
  ['a service event', { about: ARN }, true],
  ['another name', { asked: { secretId: 'prod/db2' } }, false],
  ['a name that begins alike', { asked: { secretId: 'prod/db-a1b2c3' } }, false],
  [
    'its name, of an earlier secret',
    { asked: { secretId: 'prod/db' }, answered: { arn: ARN.replace('a1b2c3', 'zzzzzz') } },
    false,
  ],
  ['its name in another region', { asked: { secretId: ARN.replace('us-east-1', 'eu-west-1') } }, false],
  ['nothing', {}, false],
])('%s', (_named, more, about) => {
  expect(isAbout(record(more), ARN)).toBe(about);
});

test('a partial ARN that looks like a full one is known', () => {
  const arn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:app-abcdef-a1b2c3';
  expect(isAbout(record({ asked: { secretId: arn.slice(0, -7) } }), arn)).toBe(true);
});
